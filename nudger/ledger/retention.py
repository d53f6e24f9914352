"""How long what is kept: run inside every poll, and by ``nudger purge``.

What goes: message and thread rows and a yes to a quote after ``keep_days``, people of a thread 30 days after it fell
silent, weekly counts after two years, runs and digests after 90 days, muted circles when their time is over; of who
took part on a network in four weeks only the number stays, two weeks after them. What stays as a bare key as long as
the ledger lives: that a thread was offered, declined or opted out of, so that a dismissal is final.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from nudger.ledger.times import to_text

if TYPE_CHECKING:
    from nudger.ledger.ledger import Ledger

PEOPLE_DAYS = 30
RUN_DAYS = 90
MUTE_DAYS = 90
DIGEST_DAYS = 90
WEEK_DAYS = 731


def purge(ledger: Ledger, now: datetime, keep_days: int) -> None:
    """Forget what is older than its time; inside a transaction."""
    run = ledger._db.conn.execute
    silent = to_text(now - timedelta(days=PEOPLE_DAYS))
    run("DELETE FROM thread_people WHERE thread IN (SELECT key FROM threads WHERE last < ?)", [silent])
    old = to_text(now - timedelta(days=keep_days))
    gone = "SELECT key FROM threads WHERE last < ? AND settled <> ''"
    for table in ("thread_topics", "messages"):
        run(f"DELETE FROM {table} WHERE thread IN ({gone})", [old])  # noqa: S608 - table names are ours
    run("DELETE FROM threads WHERE last < ? AND settled <> ''", [old])
    run("DELETE FROM consents WHERE given_at < ?", [old])
    run("DELETE FROM runs WHERE ended < ?", [to_text(now - timedelta(days=RUN_DAYS))])
    for table, at in (("digests", "sent_at"), ("mail_answers", "given_at")):
        run(f"DELETE FROM {table} WHERE {at} < ?", [to_text(now - timedelta(days=DIGEST_DAYS))])  # noqa: S608
    ledger.crowds.close(now.date())
    run("DELETE FROM mutes WHERE until < ?", [to_text(now)])
    year, week, _ = (now - timedelta(days=WEEK_DAYS)).isocalendar()
    ledger.weeks.remove_before(f"{year:04d}-W{week:02d}")
