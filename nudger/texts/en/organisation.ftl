# The report of the organisation.
organisation-title = The organisation: { $n } or more leaders together
organisation-none = No period is ready yet. Each period takes four weeks and is ready over two weeks later.
organisation-period = { $first } to { $last }
organisation-few = Not shown: fewer than { $n } leaders share their figures, or a figure would be about one of them.
organisation-hidden = not shown
organisation-value = { $n }
organisation-mails = mails
organisation-talk = conversations by mail
organisation-ideas = of these ideas
organisation-questions = of these questions
organisation-discussions = of these discussions
organisation-stayed = of these stayed in mail
organisation-moved = of these went to the network
organisation-left-on-mail = conversations that are right to go by mail
organisation-footer = Each figure is rounded to fives and is about { $n } or more leaders. Who is in it is partly drawn by lot.
    One talk may count with more than one leader. A period is made once and does not change after that.
    There is no figure about one person or one team. Definition { $hash }.
organisation-one-team = There is no report about one team or one leader.

    Why not? With so few people a figure says something about one person.
    This was also agreed with the works council and with those who take part.

    What you can do:
    - Read the report about { $n } or more leaders together: nudger report --organisation
    - Talk with the leader about the goal. Do not ask her for her own report.
    - Ask the team itself how it goes. That says more than a figure.
