BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'nudger','0001-first','2026-11-24 15:29:00.859832+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'nudger','0002-trials','2026-11-24 17:38:31.417494+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'nudger','0004-loops','2026-11-24 17:38:31.418123+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'nudger','0004-mutes','2026-11-24 17:38:31.418505+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'nudger','0008-audits','2026-11-24 17:38:31.418672+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'nudger','0003-activity','2026-11-24 20:40:25.239295+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'nudger','0005-digests','2026-11-24 20:40:25.239688+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'nudger','0011-training','2026-11-24 20:40:25.240059+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'nudger','0012-authors','2026-11-24 20:40:25.240276+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'nudger','0014-shift','2026-11-24 20:40:25.240929+00:00');
CREATE TABLE activity (
    network TEXT NOT NULL, community TEXT NOT NULL, conversation TEXT NOT NULL,
    week TEXT NOT NULL, started TEXT NOT NULL, people INTEGER NOT NULL, replies INTEGER NOT NULL,
    own INTEGER NOT NULL, first_answer TEXT NOT NULL, last_reply TEXT NOT NULL DEFAULT '', last_own TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT 'read' CHECK (source IN ('read', 'mail')),
    PRIMARY KEY (network, community, conversation)
) STRICT, WITHOUT ROWID;
INSERT INTO "activity" VALUES('plein','!zorg','c1','2026-W47','2026-11-18T09:00:00Z',3,2,1,'2026-11-18T10:00:00Z','','','','read');
CREATE TABLE audits ( thread TEXT PRIMARY KEY, counted_as TEXT NOT NULL CHECK (counted_as IN ('talk', 'other')), model TEXT NOT NULL, talk INTEGER NOT NULL, given_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "audits" VALUES('x','talk','x',1,'2026-11-24T09:00:00Z');
CREATE TABLE consents ( thread TEXT NOT NULL, person TEXT NOT NULL, how TEXT NOT NULL CHECK (how IN ('mail', 'spoken', 'network')), given_at TEXT NOT NULL, PRIMARY KEY (thread, person)) STRICT, WITHOUT ROWID;
INSERT INTO "consents" VALUES('9a1e','c07d','mail','2026-06-02T09:12:00Z');
CREATE TABLE crowd (block TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (block, person)) STRICT, WITHOUT ROWID;
INSERT INTO "crowd" VALUES('2026-W22','c07d');
CREATE TABLE crowds (block TEXT PRIMARY KEY, people INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "crowds" VALUES('2026-W18',14);
CREATE TABLE cursors (
    account TEXT NOT NULL, folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL, last_uid INTEGER NOT NULL,
    PRIMARY KEY (account, folder)
) STRICT, WITHOUT ROWID;
INSERT INTO "cursors" VALUES('fatima','INBOX',1780070400,20);
INSERT INTO "cursors" VALUES('fatima','Verzonden items',1780070400,5);
CREATE TABLE digests ( moment TEXT PRIMARY KEY, message TEXT NOT NULL, token TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'empty')), sent_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "digests" VALUES('2026-06-02T06:30:00Z','51bd','77e0','sent','2026-06-02T06:30:04Z');
CREATE TABLE ideas ( loop TEXT PRIMARY KEY, title TEXT NOT NULL, stage TEXT NOT NULL CHECK (stage IN ('asked', 'answered', 'tried', 'result')), note TEXT NOT NULL, changed TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "ideas" VALUES('l1','Fiets naar de cliënt','answered','','2026-11-24T09:00:00Z');
CREATE TABLE loops (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, thread TEXT NOT NULL, message TEXT NOT NULL,
    opened TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, closed TEXT NOT NULL
, how TEXT NOT NULL DEFAULT '', until TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "loops" VALUES('l1','idea','3811fdcee326eb0f916ab561f19d5e7b','87d127e1cc82deb61e70eeca43b14996','2026-11-20T09:00:00Z','2026-11-24T09:00:00Z','open','','','');
CREATE TABLE mail_answers ( message TEXT NOT NULL, line INTEGER NOT NULL, target TEXT NOT NULL, word TEXT NOT NULL, outcome TEXT NOT NULL CHECK (outcome IN ('done', 'unknown', 'late', 'garbled')), given_at TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (message, line)) STRICT, WITHOUT ROWID;
INSERT INTO "mail_answers" VALUES('3b90',1,'s7f2','posted','done','2026-06-02T09:12:00Z',1);
CREATE TABLE messages (
    key TEXT PRIMARY KEY, thread TEXT NOT NULL,
    sent TEXT NOT NULL, sent_sure INTEGER NOT NULL, week TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('from', 'to', 'cc', '')),
    addressees INTEGER NOT NULL, language TEXT NOT NULL,
    is_reply INTEGER NOT NULL, new_author INTEGER NOT NULL,
    kind TEXT NOT NULL, talk REAL, worth REAL,
    verdict TEXT NOT NULL CHECK (verdict IN ('leave', 'ask', 'suggest')),
    gates TEXT NOT NULL, thread_gate TEXT NOT NULL, findings TEXT NOT NULL, model TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "messages" VALUES('03ac2ffda4d1baab441831f593624234','03ac2ffda4d1baab441831f593624234','2026-05-27T08:16:00Z',1,'2026-W22','to',1,'unknown',0,0,'',NULL,NULL,'leave','["common.encrypted"]','common.encrypted','[]','ffaa100f');
INSERT INTO "messages" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa','2026-06-09T05:55:00Z',1,'2026-W24','to',3,'en',1,1,'social',0.2733,0.1753,'leave','[]','','["en.social"]','ffaa100f');
INSERT INTO "messages" VALUES('17c5563698e7003f220edd404350f9ed','3635404f977e2da967e629da3dc8b392','2026-06-22T09:08:00Z',1,'2026-W26','to',2,'nl',1,1,'discussion',0.6672,0.2666,'leave','[]','','["nl.i-think", "nl.disagrees", "nl.recurring-problem", "nl.absence", "goal.errors", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53','2026-06-10T12:30:00Z',1,'2026-W24','',2,'nl',0,1,'question',0.5664,0.456,'ask','[]','','["common.asks", "nl.who-knows", "nl.recurring-problem"]','ffaa100f');
INSERT INTO "messages" VALUES('25791b9178b710ac2fcc2dd52f96cd1c','25791b9178b710ac2fcc2dd52f96cd1c','2026-06-17T14:18:28Z',1,'2026-W25','to',1,'nl',0,1,'task',0.0054,0.0095,'leave','[]','','["common.asks", "nl.request", "nl.deadline", "nl.attachment"]','ffaa100f');
INSERT INTO "messages" VALUES('28398703bfcf5b38b2fae4f90e39f2c5','28398703bfcf5b38b2fae4f90e39f2c5','2026-06-05T14:55:00Z',1,'2026-W23','to',1,'unknown',0,0,'',NULL,NULL,'leave','["common.unknown-participant", "common.not-authenticated"]','common.not-authenticated','["nl.money"]','ffaa100f');
INSERT INTO "messages" VALUES('302edf0f1580b69f0f0c29feb87ef9cc','9691dd113b51f4de3610e56f7fd086dc','2026-06-22T12:20:00Z',1,'2026-W26','from',4,'en',0,1,'discussion',0.9982,0.882,'suggest','[]','','["common.many-addressees", "common.greets-many", "common.asks", "en.asks-opinion", "en.who-knows", "en.asks-experience", "en.proposal", "en.idea-word", "en.could-we", "en.pilot", "en.i-think", "en.disagrees", "en.alternative", "en.doubts", "en.recurring-problem", "en.speaks-for-we", "goal.errors", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','2026-06-19T08:45:00Z',1,'2026-W25','from',1,'nl',0,1,'idea',0.9526,0.6463,'ask','[]','','["common.greets-many", "common.asks", "nl.asks-opinion", "nl.who-knows", "nl.i-think", "nl.weighs", "nl.recurring-problem", "nl.thinks-aloud", "nl.speaks-for-we", "goal.errors", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('3811fdcee326eb0f916ab561f19d5e7b','3811fdcee326eb0f916ab561f19d5e7b','2026-06-04T06:58:00Z',1,'2026-W23','to',2,'nl',1,1,'discussion',0.8673,0.4182,'ask','[]','','["common.greets-one", "nl.i-think", "goal.errors"]','ffaa100f');
INSERT INTO "messages" VALUES('49c2b3909114fa6e1584015ea6606459','49c2b3909114fa6e1584015ea6606459','2026-06-16T05:02:00Z',1,'2026-W25','',1,'nl',0,1,'social',0.0285,0.0458,'leave','[]','','[]','ffaa100f');
INSERT INTO "messages" VALUES('6448d6e161cc9ecf944793dacacb5ef0','6448d6e161cc9ecf944793dacacb5ef0','2026-06-09T12:30:00Z',1,'2026-W24','',1,'unknown',0,0,'',NULL,NULL,'leave','["common.sensitivity", "common.label"]','common.label','[]','ffaa100f');
INSERT INTO "messages" VALUES('87d127e1cc82deb61e70eeca43b14996','3811fdcee326eb0f916ab561f19d5e7b','2026-06-03T07:33:00Z',1,'2026-W23','from',1,'nl',0,1,'discussion',0.9807,0.716,'suggest','[]','','["common.greets-many", "common.asks", "nl.who-knows", "nl.asks-tips", "nl.i-think", "nl.recurring-problem", "nl.thinks-aloud", "nl.speaks-for-we", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('8b8087cb37b26f4fca0bb21faa9218f8','3635404f977e2da967e629da3dc8b392','2026-06-24T05:10:00Z',1,'2026-W26','to',3,'nl',1,1,'discussion',0.4872,0.3266,'ask','[]','','["nl.alternative", "goal.errors"]','ffaa100f');
INSERT INTO "messages" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','2026-06-23T08:35:00Z',1,'2026-W26','to',4,'en',1,1,'task',0.3578,0.2585,'leave','[]','','["common.many-addressees", "en.recurring-problem"]','ffaa100f');
INSERT INTO "messages" VALUES('97fe4840e35fd9d3d1072b5087cbe38a','9691dd113b51f4de3610e56f7fd086dc','2026-06-25T05:48:00Z',1,'2026-W26','to',4,'en',1,1,'discussion',0.6066,0.205,'leave','[]','','["common.many-addressees", "en.i-think", "en.disagrees"]','ffaa100f');
INSERT INTO "messages" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971','2026-05-26T10:20:00Z',1,'2026-W22','to',3,'nl',1,1,'social',0.2483,0.4066,'ask','[]','','["nl.asks-experience"]','ffaa100f');
INSERT INTO "messages" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32','2026-05-29T05:18:00Z',1,'2026-W22','cc',2,'nl',0,1,'idea',0.5737,0.3169,'ask','[]','','["common.asks", "nl.asks-experience", "nl.proposal", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('a2f6875d3a0c7fc2dcfea59641f9d1db','20d8bc092bce9a14381f317e0cbbed53','2026-06-11T09:12:00Z',1,'2026-W24','',3,'nl',1,1,'discussion',0.6086,0.6855,'ask','[]','','[]','ffaa100f');
INSERT INTO "messages" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746','2026-06-24T10:35:00Z',1,'2026-W26','from',3,'nl',0,1,'discussion',0.614,0.2183,'leave','[]','','["common.greets-many", "common.asks", "nl.speaks-for-we", "nl.passes-on", "goal.errors"]','ffaa100f');
INSERT INTO "messages" VALUES('babec0f9a1cb2e3e351c8c90abb5b62a','3635404f977e2da967e629da3dc8b392','2026-06-25T07:26:00Z',1,'2026-W26','to',4,'nl',1,1,'discussion',0.9041,0.4518,'ask','[]','','["common.many-addressees", "common.asks", "nl.i-think", "nl.recurring-problem", "goal.errors"]','ffaa100f');
INSERT INTO "messages" VALUES('c370e48df81662e6e2c5e262ec8330f8','9ef4166bc15c984bbd850ec6b9f02c32','2026-06-01T05:32:00Z',1,'2026-W23','cc',3,'en',1,1,'task',0.3166,0.1706,'leave','[]','','["en.recurring-problem"]','ffaa100f');
INSERT INTO "messages" VALUES('c50e57e02245efe93bee72e5f8f2cea6','c50e57e02245efe93bee72e5f8f2cea6','2026-06-12T09:25:00Z',1,'2026-W24','to',1,'nl',0,1,'logistics',0.0519,0.0292,'leave','[]','','["common.asks", "nl.request", "nl.absence"]','ffaa100f');
INSERT INTO "messages" VALUES('c57477d851da6fa30e2872312c297ee5','04b7d6324b96a64c4cddaab0065443aa','2026-06-08T14:15:00Z',1,'2026-W24','from',3,'en',0,1,'question',0.4434,0.2612,'leave','[]','','["common.greets-many", "common.asks", "en.asks-experience", "en.i-think", "en.disagrees"]','ffaa100f');
INSERT INTO "messages" VALUES('cd74616bea8624b91ddb5284887ed449','cd74616bea8624b91ddb5284887ed449','2026-06-23T08:21:00Z',1,'2026-W26','to',1,'nl',0,1,'idea',0.8964,0.6703,'ask','[]','','["common.greets-one", "common.asks", "nl.asks-your-opinion", "nl.idea-word", "nl.speaks-for-we", "goal.ideas"]','ffaa100f');
INSERT INTO "messages" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970','f63d3f795d9de5c9d8e0a6b539fb5970','2026-06-18T13:35:00Z',1,'2026-W25','to',1,'nl',0,1,'idea',0.7659,0.4146,'ask','[]','','["common.greets-one", "common.asks", "nl.what-if", "nl.speaks-for-we", "goal.errors", "goal.ideas"]','ffaa100f');
CREATE TABLE mutes ( key TEXT PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('circle', 'thread')), until TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "mutes" VALUES('m1','circle','2027-02-22T09:00:00Z');
CREATE TABLE network_reads ( network TEXT PRIMARY KEY, begun TEXT NOT NULL, until TEXT NOT NULL, tried TEXT NOT NULL, trouble TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "network_reads" VALUES('plein','2026-06-01T08:00:00Z','2026-06-24T08:00:00Z','2026-06-24T08:00:00Z','');
CREATE TABLE outbox (
    suggestion TEXT NOT NULL, part INTEGER NOT NULL, attempt INTEGER NOT NULL,
    marker TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'refused', 'absent', 'uncertain', 'retracted')),
    network TEXT NOT NULL, account TEXT NOT NULL, community TEXT NOT NULL, approved_hash TEXT NOT NULL,
    started_at TEXT NOT NULL, settled_at TEXT NOT NULL,
    remote_id TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (suggestion, part, attempt)
) STRICT, WITHOUT ROWID;
INSERT INTO "outbox" VALUES('scfaab3884c457515575b9b8361cd391',0,1,'m-1','uncertain','plein','@fatima','!zorg','h1','2026-11-24T09:00:00Z','','','','');
CREATE TABLE replies ( id TEXT PRIMARY KEY, state TEXT NOT NULL, network TEXT NOT NULL, community TEXT NOT NULL, root TEXT NOT NULL, url TEXT NOT NULL, approved_hash TEXT NOT NULL, body TEXT NOT NULL, language TEXT NOT NULL, decided_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "replies" VALUES('r1','sent','plein','zorg','1201','https://plein.example/1201','8d02','','nl','2026-06-03T08:05:00Z');
CREATE TABLE runs (
    id TEXT PRIMARY KEY, command TEXT NOT NULL, started TEXT NOT NULL, ended TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "runs" VALUES('r1','poll','2026-11-24T09:00:00Z','2026-11-24T09:00:05Z','{}');
CREATE TABLE settings (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('sent:fatima','Verzonden items');
CREATE TABLE sightings (
    account TEXT NOT NULL, folder TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL, uid INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN
        ('suggest', 'ask', 'leave', 'gated', 'unreadable', 'gone', 'duplicate')),
    message TEXT NOT NULL, reason TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (account, folder, uidvalidity, uid)
) STRICT, WITHOUT ROWID;
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,1,'ask','9c23bb841d966f73035c9db2a6101971','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,2,'gated','03ac2ffda4d1baab441831f593624234','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,3,'ask','9ef4166bc15c984bbd850ec6b9f02c32','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,4,'leave','c370e48df81662e6e2c5e262ec8330f8','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,5,'ask','3811fdcee326eb0f916ab561f19d5e7b','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,6,'gated','28398703bfcf5b38b2fae4f90e39f2c5','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,7,'leave','04b7d6324b96a64c4cddaab0065443aa','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,8,'gated','6448d6e161cc9ecf944793dacacb5ef0','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,9,'ask','20d8bc092bce9a14381f317e0cbbed53','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,10,'ask','a2f6875d3a0c7fc2dcfea59641f9d1db','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,11,'leave','c50e57e02245efe93bee72e5f8f2cea6','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,12,'leave','49c2b3909114fa6e1584015ea6606459','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,13,'leave','25791b9178b710ac2fcc2dd52f96cd1c','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,14,'ask','f63d3f795d9de5c9d8e0a6b539fb5970','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,15,'leave','17c5563698e7003f220edd404350f9ed','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,16,'ask','cd74616bea8624b91ddb5284887ed449','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,17,'leave','9691dd113b51f4de3610e56f7fd086dc','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,18,'ask','8b8087cb37b26f4fca0bb21faa9218f8','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,19,'leave','97fe4840e35fd9d3d1072b5087cbe38a','',1);
INSERT INTO "sightings" VALUES('fatima','INBOX',1780070400,20,'ask','babec0f9a1cb2e3e351c8c90abb5b62a','',1);
INSERT INTO "sightings" VALUES('fatima','Verzonden items',1780070400,1,'suggest','87d127e1cc82deb61e70eeca43b14996','',1);
INSERT INTO "sightings" VALUES('fatima','Verzonden items',1780070400,2,'leave','c57477d851da6fa30e2872312c297ee5','',1);
INSERT INTO "sightings" VALUES('fatima','Verzonden items',1780070400,3,'ask','3635404f977e2da967e629da3dc8b392','',1);
INSERT INTO "sightings" VALUES('fatima','Verzonden items',1780070400,4,'suggest','302edf0f1580b69f0f0c29feb87ef9cc','',1);
INSERT INTO "sightings" VALUES('fatima','Verzonden items',1780070400,5,'leave','b30a77e5e3296479f06ffb0484767746','',1);
CREATE TABLE suggestions (
    id TEXT NOT NULL UNIQUE, thread TEXT PRIMARY KEY,
    state TEXT NOT NULL, week TEXT NOT NULL, kind TEXT NOT NULL, own INTEGER NOT NULL, goal TEXT NOT NULL,
    offered_at TEXT NOT NULL, shown INTEGER NOT NULL, decided_at TEXT NOT NULL, reason TEXT NOT NULL,
    until TEXT NOT NULL, network TEXT NOT NULL, community TEXT NOT NULL, url TEXT NOT NULL,
    approved_hash TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, language TEXT NOT NULL
, snoozes INTEGER NOT NULL DEFAULT 0, drawn INTEGER NOT NULL DEFAULT 0, crossed TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "suggestions" VALUES('s293585133f554cf496eb129e664fc96','3811fdcee326eb0f916ab561f19d5e7b','expired','2026-W23','discussion',1,'ideas','2026-06-05T16:00:00Z',0,'2026-06-19T16:00:00Z','','','','','','','','','',0,0,'');
INSERT INTO "suggestions" VALUES('scfaab3884c457515575b9b8361cd391','9691dd113b51f4de3610e56f7fd086dc','offered','2026-W26','discussion',1,'errors','2026-06-26T16:00:00Z',0,'','','','','','','','','','',0,0,'');
CREATE TABLE thread_ids (
    id TEXT PRIMARY KEY, thread TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "thread_ids" VALUES('03ac2ffda4d1baab441831f593624234','03ac2ffda4d1baab441831f593624234');
INSERT INTO "thread_ids" VALUES('5cf735c6d2c94a4ff479ec6b86680294','03ac2ffda4d1baab441831f593624234');
INSERT INTO "thread_ids" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa');
INSERT INTO "thread_ids" VALUES('79e90a3540840cef949d6b5611f0758b','04b7d6324b96a64c4cddaab0065443aa');
INSERT INTO "thread_ids" VALUES('c57477d851da6fa30e2872312c297ee5','04b7d6324b96a64c4cddaab0065443aa');
INSERT INTO "thread_ids" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53');
INSERT INTO "thread_ids" VALUES('556fa8406acd045f7f52083c9c227ae2','20d8bc092bce9a14381f317e0cbbed53');
INSERT INTO "thread_ids" VALUES('a2f6875d3a0c7fc2dcfea59641f9d1db','20d8bc092bce9a14381f317e0cbbed53');
INSERT INTO "thread_ids" VALUES('25791b9178b710ac2fcc2dd52f96cd1c','25791b9178b710ac2fcc2dd52f96cd1c');
INSERT INTO "thread_ids" VALUES('28398703bfcf5b38b2fae4f90e39f2c5','28398703bfcf5b38b2fae4f90e39f2c5');
INSERT INTO "thread_ids" VALUES('17c5563698e7003f220edd404350f9ed','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_ids" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_ids" VALUES('686c3b99421152d4b8c80a06757aff69','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_ids" VALUES('8b8087cb37b26f4fca0bb21faa9218f8','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_ids" VALUES('babec0f9a1cb2e3e351c8c90abb5b62a','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_ids" VALUES('177f71886182baaff4cd209267565829','3811fdcee326eb0f916ab561f19d5e7b');
INSERT INTO "thread_ids" VALUES('3811fdcee326eb0f916ab561f19d5e7b','3811fdcee326eb0f916ab561f19d5e7b');
INSERT INTO "thread_ids" VALUES('87d127e1cc82deb61e70eeca43b14996','3811fdcee326eb0f916ab561f19d5e7b');
INSERT INTO "thread_ids" VALUES('49c2b3909114fa6e1584015ea6606459','49c2b3909114fa6e1584015ea6606459');
INSERT INTO "thread_ids" VALUES('03059401138a19360759b9cecf3fbe47','6448d6e161cc9ecf944793dacacb5ef0');
INSERT INTO "thread_ids" VALUES('6448d6e161cc9ecf944793dacacb5ef0','6448d6e161cc9ecf944793dacacb5ef0');
INSERT INTO "thread_ids" VALUES('302edf0f1580b69f0f0c29feb87ef9cc','9691dd113b51f4de3610e56f7fd086dc');
INSERT INTO "thread_ids" VALUES('6cd38f6dd583525657f1cf0a1afdca5b','9691dd113b51f4de3610e56f7fd086dc');
INSERT INTO "thread_ids" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc');
INSERT INTO "thread_ids" VALUES('97fe4840e35fd9d3d1072b5087cbe38a','9691dd113b51f4de3610e56f7fd086dc');
INSERT INTO "thread_ids" VALUES('92afdb7028f8acc7e72122a821f9afb9','9c23bb841d966f73035c9db2a6101971');
INSERT INTO "thread_ids" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971');
INSERT INTO "thread_ids" VALUES('c7458eccf93baa05252f1d5a60d9de45','9c23bb841d966f73035c9db2a6101971');
INSERT INTO "thread_ids" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32');
INSERT INTO "thread_ids" VALUES('c370e48df81662e6e2c5e262ec8330f8','9ef4166bc15c984bbd850ec6b9f02c32');
INSERT INTO "thread_ids" VALUES('859c01c811235d17fe72afd08d8f7525','b30a77e5e3296479f06ffb0484767746');
INSERT INTO "thread_ids" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746');
INSERT INTO "thread_ids" VALUES('c50e57e02245efe93bee72e5f8f2cea6','c50e57e02245efe93bee72e5f8f2cea6');
INSERT INTO "thread_ids" VALUES('bb8cf49524e778296fac359e3f8934a2','cd74616bea8624b91ddb5284887ed449');
INSERT INTO "thread_ids" VALUES('cd74616bea8624b91ddb5284887ed449','cd74616bea8624b91ddb5284887ed449');
INSERT INTO "thread_ids" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970','f63d3f795d9de5c9d8e0a6b539fb5970');
CREATE TABLE thread_index (
    thread TEXT PRIMARY KEY, created INTEGER NOT NULL UNIQUE, first TEXT NOT NULL, last TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "thread_index" VALUES('03ac2ffda4d1baab441831f593624234',2,'2026-05-27T08:16:00Z','2026-05-27T08:16:00Z');
INSERT INTO "thread_index" VALUES('04b7d6324b96a64c4cddaab0065443aa',6,'2026-06-08T14:15:00Z','2026-06-09T05:55:00Z');
INSERT INTO "thread_index" VALUES('20d8bc092bce9a14381f317e0cbbed53',8,'2026-06-10T12:30:00Z','2026-06-11T09:12:00Z');
INSERT INTO "thread_index" VALUES('25791b9178b710ac2fcc2dd52f96cd1c',11,'2026-06-17T14:18:28Z','2026-06-17T14:18:28Z');
INSERT INTO "thread_index" VALUES('28398703bfcf5b38b2fae4f90e39f2c5',5,'2026-06-05T14:55:00Z','2026-06-05T14:55:00Z');
INSERT INTO "thread_index" VALUES('3635404f977e2da967e629da3dc8b392',13,'2026-06-19T08:45:00Z','2026-06-25T07:26:00Z');
INSERT INTO "thread_index" VALUES('3811fdcee326eb0f916ab561f19d5e7b',4,'2026-06-03T07:33:00Z','2026-06-04T06:58:00Z');
INSERT INTO "thread_index" VALUES('49c2b3909114fa6e1584015ea6606459',10,'2026-06-16T05:02:00Z','2026-06-16T05:02:00Z');
INSERT INTO "thread_index" VALUES('6448d6e161cc9ecf944793dacacb5ef0',7,'2026-06-09T12:30:00Z','2026-06-09T12:30:00Z');
INSERT INTO "thread_index" VALUES('9691dd113b51f4de3610e56f7fd086dc',15,'2026-06-22T12:20:00Z','2026-06-25T05:48:00Z');
INSERT INTO "thread_index" VALUES('9c23bb841d966f73035c9db2a6101971',1,'2026-05-26T10:20:00Z','2026-05-26T10:20:00Z');
INSERT INTO "thread_index" VALUES('9ef4166bc15c984bbd850ec6b9f02c32',3,'2026-05-29T05:18:00Z','2026-06-01T05:32:00Z');
INSERT INTO "thread_index" VALUES('b30a77e5e3296479f06ffb0484767746',16,'2026-06-24T10:35:00Z','2026-06-24T10:35:00Z');
INSERT INTO "thread_index" VALUES('c50e57e02245efe93bee72e5f8f2cea6',9,'2026-06-12T09:25:00Z','2026-06-12T09:25:00Z');
INSERT INTO "thread_index" VALUES('cd74616bea8624b91ddb5284887ed449',14,'2026-06-23T08:21:00Z','2026-06-23T08:21:00Z');
INSERT INTO "thread_index" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970',12,'2026-06-18T13:35:00Z','2026-06-18T13:35:00Z');
CREATE TABLE thread_people (
    thread TEXT NOT NULL, salt TEXT NOT NULL, person TEXT NOT NULL, author INTEGER NOT NULL,
    PRIMARY KEY (thread, salt, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "thread_people" VALUES('03ac2ffda4d1baab441831f593624234','03ac2ffda4d1baab441831f593624234','c07ad5d42820f1e6317fe59d942093ad',0);
INSERT INTO "thread_people" VALUES('03ac2ffda4d1baab441831f593624234','03ac2ffda4d1baab441831f593624234','c9d8b24fcc5ae0b36e2d3de4e330af57',0);
INSERT INTO "thread_people" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa','5b29cf5bc42da8bc269cdaff86c2cce6',0);
INSERT INTO "thread_people" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa','a88ec8e93a985b54dba991309c8d1ea6',0);
INSERT INTO "thread_people" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa','c05d7ec42a9bc230960bb792ede4f848',1);
INSERT INTO "thread_people" VALUES('04b7d6324b96a64c4cddaab0065443aa','04b7d6324b96a64c4cddaab0065443aa','f801a75aff79d1744ad471f963eb2587',1);
INSERT INTO "thread_people" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53','2d6c214724e2b33a1a14702216cee1d4',0);
INSERT INTO "thread_people" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53','8c331e5032bdcc272043bced8e71dbfd',1);
INSERT INTO "thread_people" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53','a75d19171ddf24b2986a194f6a9233b9',1);
INSERT INTO "thread_people" VALUES('20d8bc092bce9a14381f317e0cbbed53','20d8bc092bce9a14381f317e0cbbed53','fd85c258cdabe5bb16afd3c8c9700531',0);
INSERT INTO "thread_people" VALUES('25791b9178b710ac2fcc2dd52f96cd1c','25791b9178b710ac2fcc2dd52f96cd1c','587a41055e9a16ecd28b328642955f2e',1);
INSERT INTO "thread_people" VALUES('25791b9178b710ac2fcc2dd52f96cd1c','25791b9178b710ac2fcc2dd52f96cd1c','b5a8b4a6fbb2387c519c55e8b109d123',0);
INSERT INTO "thread_people" VALUES('28398703bfcf5b38b2fae4f90e39f2c5','28398703bfcf5b38b2fae4f90e39f2c5','4795c29c8327e7b419637017540dc7a0',0);
INSERT INTO "thread_people" VALUES('28398703bfcf5b38b2fae4f90e39f2c5','28398703bfcf5b38b2fae4f90e39f2c5','674cadce5c1725577238c14a434ceba5',0);
INSERT INTO "thread_people" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','0eae175216c962fc7dc8a47ec60f2bc2',1);
INSERT INTO "thread_people" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','1f8b873daea237f3adc371fdac5f6d10',1);
INSERT INTO "thread_people" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','4a6d23a574139271080aca822f5e21c4',0);
INSERT INTO "thread_people" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','6f41ee5bd2898fa77cdc797db0bedea2',1);
INSERT INTO "thread_people" VALUES('3635404f977e2da967e629da3dc8b392','3635404f977e2da967e629da3dc8b392','dd2fa851310ffd41041c1960c0a75ffe',1);
INSERT INTO "thread_people" VALUES('3811fdcee326eb0f916ab561f19d5e7b','3811fdcee326eb0f916ab561f19d5e7b','513080e1f25216c1fd04acf416a64594',1);
INSERT INTO "thread_people" VALUES('3811fdcee326eb0f916ab561f19d5e7b','3811fdcee326eb0f916ab561f19d5e7b','8a5eea8c27d90d882dcf1b0d05276c67',1);
INSERT INTO "thread_people" VALUES('3811fdcee326eb0f916ab561f19d5e7b','3811fdcee326eb0f916ab561f19d5e7b','fd0afd50f628c19432c2de1cf9a77d16',0);
INSERT INTO "thread_people" VALUES('49c2b3909114fa6e1584015ea6606459','49c2b3909114fa6e1584015ea6606459','1651da1abc8b49258f64fc7d423d07d3',1);
INSERT INTO "thread_people" VALUES('49c2b3909114fa6e1584015ea6606459','49c2b3909114fa6e1584015ea6606459','c73f0eb9476c0e3607dd2de92b3a8026',0);
INSERT INTO "thread_people" VALUES('6448d6e161cc9ecf944793dacacb5ef0','6448d6e161cc9ecf944793dacacb5ef0','159372edfa8e873ae0a161774b3ccb57',0);
INSERT INTO "thread_people" VALUES('6448d6e161cc9ecf944793dacacb5ef0','6448d6e161cc9ecf944793dacacb5ef0','331ce6201051ddd9a1c79cdb0c94d3f6',0);
INSERT INTO "thread_people" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','11dea8b3526ea165e0e4c1837e5e71a3',0);
INSERT INTO "thread_people" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','2deea3910fef8cf26011006300aebac0',0);
INSERT INTO "thread_people" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','68b263403bc8bba0aa51652edcf1f87f',1);
INSERT INTO "thread_people" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','b247def14308344f4f702531ef3964f9',1);
INSERT INTO "thread_people" VALUES('9691dd113b51f4de3610e56f7fd086dc','9691dd113b51f4de3610e56f7fd086dc','f26bf2c11ce9f34db0523397863c0937',1);
INSERT INTO "thread_people" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971','3c58344d7afaaa932edc4f179bee73aa',0);
INSERT INTO "thread_people" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971','4c8e1ca094c6a7aee79793f3f1e60e6c',0);
INSERT INTO "thread_people" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971','58d5950af4ca6d85890ce7bb4072c140',1);
INSERT INTO "thread_people" VALUES('9c23bb841d966f73035c9db2a6101971','9c23bb841d966f73035c9db2a6101971','ffd060462bf642de63cbe4f0b9f16cf6',0);
INSERT INTO "thread_people" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32','452e204aa1cb463ceb8db08b1d459473',0);
INSERT INTO "thread_people" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32','71bc49093e8a3d978516fa74f7eec550',0);
INSERT INTO "thread_people" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32','9f4fd06ba9f2568aae9576dbde0704f3',1);
INSERT INTO "thread_people" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','9ef4166bc15c984bbd850ec6b9f02c32','cb5699aea2e0cc90450f200e569527b5',1);
INSERT INTO "thread_people" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746','3da28dc90ac6e4aa0d272a9b0e58b073',0);
INSERT INTO "thread_people" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746','5af63b4e2c5b218220ce6fe5572d7ecc',0);
INSERT INTO "thread_people" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746','657e91a70db617465ef122018ca1d3b9',0);
INSERT INTO "thread_people" VALUES('b30a77e5e3296479f06ffb0484767746','b30a77e5e3296479f06ffb0484767746','b17a9718017232a644be65ee8c7e2446',1);
INSERT INTO "thread_people" VALUES('c50e57e02245efe93bee72e5f8f2cea6','c50e57e02245efe93bee72e5f8f2cea6','eb7936907d9f2e91750a97b39f280cba',1);
INSERT INTO "thread_people" VALUES('c50e57e02245efe93bee72e5f8f2cea6','c50e57e02245efe93bee72e5f8f2cea6','f96c7db6d772380c7c354d8d2badbfcc',0);
INSERT INTO "thread_people" VALUES('cd74616bea8624b91ddb5284887ed449','cd74616bea8624b91ddb5284887ed449','baa99d10bf5f9a096c7f3beb320b17c3',1);
INSERT INTO "thread_people" VALUES('cd74616bea8624b91ddb5284887ed449','cd74616bea8624b91ddb5284887ed449','fb833815346c9b196fe5d2b6454270c5',0);
INSERT INTO "thread_people" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970','f63d3f795d9de5c9d8e0a6b539fb5970','3e19039c1c1632d6877fd9e589f05e90',1);
INSERT INTO "thread_people" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970','f63d3f795d9de5c9d8e0a6b539fb5970','ea62e54221c7e9f1b7ab9568c26ab8e6',0);
CREATE TABLE thread_topics (
    topic TEXT NOT NULL, thread TEXT NOT NULL,
    PRIMARY KEY (topic, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "thread_topics" VALUES('95be7e81def5e7b1b5b582a0d0d2618b','03ac2ffda4d1baab441831f593624234');
INSERT INTO "thread_topics" VALUES('d2e9c32fab62d8b15837bc628bfbe628','04b7d6324b96a64c4cddaab0065443aa');
INSERT INTO "thread_topics" VALUES('34f637b38535f27cd157875046536b88','20d8bc092bce9a14381f317e0cbbed53');
INSERT INTO "thread_topics" VALUES('46de324f0f01cab2e2234f682896d36d','25791b9178b710ac2fcc2dd52f96cd1c');
INSERT INTO "thread_topics" VALUES('bd428dc4f775ecc1804afc8653b8371e','28398703bfcf5b38b2fae4f90e39f2c5');
INSERT INTO "thread_topics" VALUES('a48d43e0223ed77b4b0aa28f235a0cdd','3635404f977e2da967e629da3dc8b392');
INSERT INTO "thread_topics" VALUES('c9d82b812a9203fb2f570069423b385b','3811fdcee326eb0f916ab561f19d5e7b');
INSERT INTO "thread_topics" VALUES('50ab406c60514cdb1bdcaf77b8b71b58','49c2b3909114fa6e1584015ea6606459');
INSERT INTO "thread_topics" VALUES('bf4134578a934f8a22e731f5be4bf450','6448d6e161cc9ecf944793dacacb5ef0');
INSERT INTO "thread_topics" VALUES('6e008b42492619ccb6872bed2e1c2878','9691dd113b51f4de3610e56f7fd086dc');
INSERT INTO "thread_topics" VALUES('031eabcde0c7eadc96884b54c9909ad0','9c23bb841d966f73035c9db2a6101971');
INSERT INTO "thread_topics" VALUES('a70cb193e3c54e86b7e75fec66cb4700','9ef4166bc15c984bbd850ec6b9f02c32');
INSERT INTO "thread_topics" VALUES('537180efff33b04e1afc73341e8c434d','b30a77e5e3296479f06ffb0484767746');
INSERT INTO "thread_topics" VALUES('537ce3bafd0f11a3c675154cfb78294b','c50e57e02245efe93bee72e5f8f2cea6');
INSERT INTO "thread_topics" VALUES('de756623c75f4012a1aee198b85cfc6f','cd74616bea8624b91ddb5284887ed449');
INSERT INTO "thread_topics" VALUES('f77db69d168359dfdea0f90f9e34377b','f63d3f795d9de5c9d8e0a6b539fb5970');
CREATE TABLE threads (
    key TEXT PRIMARY KEY,
    first TEXT NOT NULL, last TEXT NOT NULL,
    messages INTEGER NOT NULL, authors INTEGER NOT NULL, people INTEGER NOT NULL, addressees INTEGER NOT NULL,
    own_messages INTEGER NOT NULL, to_owner INTEGER NOT NULL, own_start INTEGER NOT NULL,
    language TEXT NOT NULL, kind TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('leave', 'ask', 'suggest')),
    worth REAL NOT NULL, gate TEXT NOT NULL, best TEXT NOT NULL,
    settled TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO "threads" VALUES('03ac2ffda4d1baab441831f593624234','2026-05-27T08:16:00Z','2026-05-27T08:16:00Z',1,0,2,1,0,1,0,'unknown','','leave',0.0,'common.encrypted','','other');
INSERT INTO "threads" VALUES('04b7d6324b96a64c4cddaab0065443aa','2026-06-08T14:15:00Z','2026-06-09T05:55:00Z',2,2,4,3,1,1,1,'en','question','leave',0.2612,'','c57477d851da6fa30e2872312c297ee5','talk');
INSERT INTO "threads" VALUES('20d8bc092bce9a14381f317e0cbbed53','2026-06-10T12:30:00Z','2026-06-11T09:12:00Z',2,2,4,3,0,0,0,'nl','discussion','ask',0.6855,'','a2f6875d3a0c7fc2dcfea59641f9d1db','talk');
INSERT INTO "threads" VALUES('25791b9178b710ac2fcc2dd52f96cd1c','2026-06-17T14:18:28Z','2026-06-17T14:18:28Z',1,1,2,1,0,1,0,'nl','task','leave',0.0095,'','25791b9178b710ac2fcc2dd52f96cd1c','other');
INSERT INTO "threads" VALUES('28398703bfcf5b38b2fae4f90e39f2c5','2026-06-05T14:55:00Z','2026-06-05T14:55:00Z',1,0,2,1,0,1,0,'unknown','','leave',0.0,'common.not-authenticated','','other');
INSERT INTO "threads" VALUES('3635404f977e2da967e629da3dc8b392','2026-06-19T08:45:00Z','2026-06-25T07:26:00Z',4,4,5,4,1,3,1,'nl','idea','ask',0.6463,'','3635404f977e2da967e629da3dc8b392','talk');
INSERT INTO "threads" VALUES('3811fdcee326eb0f916ab561f19d5e7b','2026-06-03T07:33:00Z','2026-06-04T06:58:00Z',2,2,3,2,1,1,1,'nl','discussion','suggest',0.716,'','87d127e1cc82deb61e70eeca43b14996','talk');
INSERT INTO "threads" VALUES('49c2b3909114fa6e1584015ea6606459','2026-06-16T05:02:00Z','2026-06-16T05:02:00Z',1,1,2,1,0,0,0,'nl','social','leave',0.0458,'','49c2b3909114fa6e1584015ea6606459','other');
INSERT INTO "threads" VALUES('6448d6e161cc9ecf944793dacacb5ef0','2026-06-09T12:30:00Z','2026-06-09T12:30:00Z',1,0,2,1,0,0,0,'unknown','','leave',0.0,'common.label','','other');
INSERT INTO "threads" VALUES('9691dd113b51f4de3610e56f7fd086dc','2026-06-22T12:20:00Z','2026-06-25T05:48:00Z',3,3,5,4,1,2,1,'en','discussion','suggest',0.882,'','302edf0f1580b69f0f0c29feb87ef9cc','');
INSERT INTO "threads" VALUES('9c23bb841d966f73035c9db2a6101971','2026-05-26T10:20:00Z','2026-05-26T10:20:00Z',1,1,4,3,0,1,0,'nl','social','ask',0.4066,'','9c23bb841d966f73035c9db2a6101971','other');
INSERT INTO "threads" VALUES('9ef4166bc15c984bbd850ec6b9f02c32','2026-05-29T05:18:00Z','2026-06-01T05:32:00Z',2,2,4,3,0,0,0,'en','idea','ask',0.3169,'','9ef4166bc15c984bbd850ec6b9f02c32','talk');
INSERT INTO "threads" VALUES('b30a77e5e3296479f06ffb0484767746','2026-06-24T10:35:00Z','2026-06-24T10:35:00Z',1,1,4,3,1,0,1,'nl','discussion','leave',0.2183,'','b30a77e5e3296479f06ffb0484767746','');
INSERT INTO "threads" VALUES('c50e57e02245efe93bee72e5f8f2cea6','2026-06-12T09:25:00Z','2026-06-12T09:25:00Z',1,1,2,1,0,1,0,'nl','logistics','leave',0.0292,'','c50e57e02245efe93bee72e5f8f2cea6','other');
INSERT INTO "threads" VALUES('cd74616bea8624b91ddb5284887ed449','2026-06-23T08:21:00Z','2026-06-23T08:21:00Z',1,1,2,1,0,1,0,'nl','idea','ask',0.6703,'','cd74616bea8624b91ddb5284887ed449','');
INSERT INTO "threads" VALUES('f63d3f795d9de5c9d8e0a6b539fb5970','2026-06-18T13:35:00Z','2026-06-18T13:35:00Z',1,1,2,1,0,1,0,'nl','idea','ask',0.4146,'','f63d3f795d9de5c9d8e0a6b539fb5970','other');
CREATE TABLE trials ( account TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL, first_uid INTEGER NOT NULL, last_uid INTEGER NOT NULL, tries INTEGER NOT NULL, PRIMARY KEY (account, folder)) STRICT, WITHOUT ROWID;
INSERT INTO "trials" VALUES('x','x',1,1,1,1);
CREATE TABLE verdicts (
    thread TEXT PRIMARY KEY, verdict TEXT NOT NULL, reason TEXT NOT NULL, given_at TEXT NOT NULL,
    kind TEXT NOT NULL, message TEXT NOT NULL, numbers TEXT NOT NULL
, base TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "verdicts" VALUES('3811fdcee326eb0f916ab561f19d5e7b','declined','wrong','2026-11-24T09:00:00Z','discussion','87d127e1cc82deb61e70eeca43b14996','[0.2, 1.4]','1f7d0c95');
CREATE TABLE weeks (
    week TEXT NOT NULL, definition TEXT NOT NULL, model TEXT NOT NULL,
    load INTEGER NOT NULL DEFAULT 0, talk INTEGER NOT NULL DEFAULT 0, own_talk INTEGER NOT NULL DEFAULT 0,
    left_on_mail INTEGER NOT NULL DEFAULT 0, ideas INTEGER NOT NULL DEFAULT 0, questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (week, definition, model)
) STRICT, WITHOUT ROWID;
INSERT INTO "weeks" VALUES('2026-W22','9380990a','ffaa100f',3,1,0,0,1,0);
INSERT INTO "weeks" VALUES('2026-W23','9380990a','ffaa100f',4,1,1,0,0,0);
INSERT INTO "weeks" VALUES('2026-W24','9380990a','ffaa100f',6,2,1,0,0,1);
INSERT INTO "weeks" VALUES('2026-W25','9380990a','ffaa100f',4,1,1,0,1,0);
INSERT INTO "weeks" VALUES('2026-W26','9380990a','ffaa100f',8,0,0,0,0,0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX sightings_message ON sightings (message);
CREATE INDEX messages_thread ON messages (thread, sent, role, new_author, gates);
CREATE INDEX messages_asks ON messages (thread, sent, role)
    WHERE kind IN ('idea', 'question') AND gates = '[]' AND thread_gate = '';
CREATE INDEX messages_sent ON messages (sent);
CREATE INDEX threads_last ON threads (last);
CREATE INDEX threads_settled ON threads (settled, first);
CREATE INDEX thread_ids_thread ON thread_ids (thread);
CREATE INDEX thread_topics_thread ON thread_topics (thread);
COMMIT;
