"""Reading a mail: given names that are common in the Netherlands, Flanders, Britain and Ireland, made by hand.

They are a help in finding a third person who is named without any title ("Wim at weer slecht"); the names of those who
write come from the headers. No list of real people stands behind it.
"""

GIVEN = """
aad aafke aagje aaltje abdel abdelkarim abdul abdullah abel achmed ada adriaan adriana adrie agnes agnieszka ahmad
ahmed aicha aisha albert aleida alex alexander alexandra alfred ali alice alicia alie alina alma amal amina amir amira
amy andrea andreas andrew andries andrzej angela angelique anita anja anke ann anna annabel anne anneke annelien
annelies annemarie annemiek annemieke annet annette annie annika anouk antje anton antonia antonio antoon arend arie
arjan arjen arno arnold arnoud arthur asha ashley astrid aukje ayse ayşe barbara barend bart bartholomeus bas baukje
bea beatrice beatrix benjamin benny bep berend bernadette bernard bert berta bertha bertie bertus betsy betty bianca
birgit bob bonnie boris boudewijn bouke bram brandon brecht bregje brenda brian bridget brigitte britt bruce bruno
carla carlijn carlo carlos carmen carole carolien caroline catharina catherine cathy cecile celine chantal charles
charlie chris christel christiaan christian christina christine christopher ciara claire clara claudia coby colin
connie conny cor cora corine corinne cornelia cornelis corné corrie corry cynthia daan dagmar damian daniel danielle
daniëlle danny daphne darren dave david debbie deborah demi denise dennis derek desiree diana diane diederik dieke
dien dik dilek dimitri dineke dinie dirk dominique donald doortje dorien doris dorothea dorothy douglas duncan dylan
ebru ed edith eduard edward edwin eefje eelco egbert eileen elena eli elif elisabeth elise eliza elizabeth ella ellen
ellis elly els elsa else elske emil emily emine emma emmy eric erica erik erika ernst erwin esmee esmée esra esther
etta eugene eva evelien evelyn evert ewa ewout fabian fadoua faisal fatiha fatima fatma fatoumata femke fenna fenne
ferdinand ferry fien fiona fleur floor floortje flora floris fons fouad fraukje fred frederik freek frida frits fritz
froukje fré gabriel gabrielle gareth gary gavin geert geertje geertruida gemma geoff geoffrey george georgina ger
gerald geraldine gerard gerardus gerben gerda gerrie gerrit gerry gert gertjan gertrude gerwin gijs gijsbert gilbert
gillian gina glenda glenn gordon graham greet greetje gregory greta grietje guido guus gwen gwendolyn hafid hakan
hamza hanna hannah hanneke hannie hans harald harm harmen harold harrie harriet harry hasan hassan heidi heleen helen
helena helga hendrik hendrika hendrikus henk henny henri henriette henrik henry herbert herman hermien hester hetty
hicham hidde hilda hilde hillie howard hubert hugo huib huub ian ibrahim ida ilona ilse imane imke imran ina ineke
inez inge ingeborg ingrid irena irene irma isa isaac isabel isabella isabelle ismail ivo jaap jacco jackie jacob
jacoba jacobus jacqueline jacques jamal james jamie jamila jan jana janet janice janine janna janneke jannetje jannie
jans jantien jantine jantje japie jaqueline jarno jasmijn jason jasper jay jayden jean jeanet jeanette jeanine jeffrey
jelle jelmer jelte jennifer jenny jens jeremy jeroen jessica jetske jill jim jimmy joan joanna joanne jochem joep
joeri johan johanna johannes john johnny joke jolanda jolanthe jolien jonas jonathan joop jordy joris jorrit jos josef
josefien joseph josephine joshua josien josé joyce jozef juan judith judy julia julian julie juliette juno jurgen
jurriaan justin jutta kamil karel karen karim karin karina karl karlijn katarzyna kate katharina katherine kathleen
kathy katie katja katrien kayleigh kees keith kelly kenneth kerstin kevin khadija khalid kim kirsten kitty klaartje
klaas klaske koen koenraad koos krista kristel kristian kristina kristof krzysztof kurt kyra lambert lars latifa laura
lauren laurens laurent leendert leentje leila lena leo leon leonard leonie leonora leroy lesley leslie lia liam lianne
lidia lidy lieke lien lies liesbeth lieselotte liliane lillian lina linda lineke lisa lisanne lisette liza loes lois
lola loraine lorenzo lotte louis louisa louise lubbert luc lucas lucia lucie lucy ludo luis luisa luke luna luuk lydia
lynn maaike maarten maartje machteld madeleine madelon magda maggie mahmoud maja malgorzata manon marc marcel marco
marcus margaret margot margreet margriet maria marian marianne marie marieke marielle marijke marijn marilyn marina
mario marion mariska marit mariëlle marja marjan marjolein marjon marjorie marleen marlies marloes marnix marta martha
martijn martin martina martine mary maryam masha mathieu mathilde matthew matthias matthijs maud maureen maurice
maurits maxime mayke mechteld mehmet meike melanie melissa merijn merle merlijn mia michael michel michelle michiel
mick mieke mien miep mike mildred milo milou mina mireille miriam mirjam mirthe mohamed mohammad mohammed moira monica
moniek monika monique mostafa mounir muhammad murat muriel mustafa myra nadia nadine najat nancy naomi natalia natalie
natasja nathalie nathan neeltje neil nel nelleke nellie nelly nicholas nick nicky nico nicola nicolaas nicole niels
nienke nigel nina nini noah nol noortje nora noud nouria noëlle nynke olga oliver olivia omar onno oscar oskar osman
otto pam pascal patricia patrick patrizia paul paula paulien pauline peggy pepijn peter petra petronella philip
philippa phyllis pien piet pieter pieternel piotr priscilla quinten quirijn rachel rachid rajesh ralph ramon raoul
raymond rebecca regina reinder reinier reinout remco remy renate rene renee renske renze ria richard rick rik rika
rina rinke rinus rita rob robin ron ronald ronnie rosa rosalie rosanne rosemary roy ruben rudolf rudy rutger ruth ruud
ryan sabine sabrina saida salma salomé sam samantha samira samuel sandra sanne sara sarah saskia saïd sean sebastiaan
sebastian selma serena sergio sharon sheila shirley sible sibrand sid sien sietske sigrid silvia simon simone sinead
sjaak sjaan sjef sjoerd sjors sjoukje sofia sofie sophia sophie soraya stan stanley stef stefan stefanie steffie
stella stephanie stephen steve steven stien stijn stuart suleyman sunil susan susanna susanne suzan suzanne sven
svetlana sybren sylvia sylvie taco tamar tamara tanja tara ted teddy teresa tess teun thea theo theodora theresa thijs
thomas thérèse tiemen tiffany tijn tilly tim timo tina tineke tirza titia tjeerd tjitske tobias toby tom tomasz tonnie
tonny tony toos trevor trijntje trix trudy truus tyler ulrike ursula valerie vanessa vera veronica vic vicky victor
victoria vincent virginia vivian walter wanda wendy wesley wessel wiebe wiebke wieke wies wiesje wietse wijnand
wilbert wilfred wilhelmina wilhelmus willeke willem willemien willemijn william willy wilma wim winnie wolter wout
wouter xander yannick yara yasemin yasin yasmin yasmina yolanda younes yousef youssef yusuf yvette yvonne zahra zainab
zeynep zita zoë
"""
"""In lower case; names that are words too stand in ``WORDS``."""

WORDS = """
ab ad al amber an ans april art august aurora autumn beer ben berk bill bloem bo brook carol chuck cliff crystal daisy
dale dan dawn dean dick do dolly don door drew eve faith fay fern fop frank frans gale gay gene glen grace grant guy
hazel heath heather holly hope iris ivy jack jade jane jasmine jet jo job joost joy jules june kit lance lea lee leen
lil lily linde lot mae mare mark mart mat mats max may mees mei melody mercy merel miles moon nap noor norm olive opal
pat pearl peg penny piers pip poppy puck randy ray reed rein rich riet river rod roman roos rose ruby rusty sal sandy
saul skip sky sol ster sterre storm sue summer sun ties ton toon trees viola violet vos wade wes wiel wil will wolf
"""
"""Names that are a word, a month or an abbreviation too: only in company of a greeting or of another name."""
