-- Moments are Unix milliseconds. Bodies sit in rowid tables that only grow at their end.

CREATE TABLE tally (                -- one row: what was given away, and what became of it
  one INTEGER PRIMARY KEY CHECK (one = 1),
  cursor INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  silent INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  dead INTEGER NOT NULL DEFAULT 0,
  noted INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO tally (one) VALUES (1);

CREATE TABLE node (
  name TEXT PRIMARY KEY,
  life INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE owner (                -- an account of a tenant: the scope of keys
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  account TEXT NOT NULL,
  UNIQUE (tenant, account)
) STRICT;

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL REFERENCES owner (id),
  place TEXT NOT NULL,
  UNIQUE (owner, place)
) STRICT;

CREATE TABLE lane (                 -- one side of a conversation
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  side INTEGER NOT NULL,            -- 0 turns, 1 sends
  fence INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  not_before_ms INTEGER NOT NULL,
  node TEXT NOT NULL,
  life INTEGER NOT NULL,
  next_sequence INTEGER NOT NULL,
  addressed INTEGER NOT NULL,
  due_ms INTEGER,                   -- since when its head can be claimed; null if it is empty
  head INTEGER,
  PRIMARY KEY (conversation, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX lane_due ON lane (side, due_ms, head) WHERE due_ms IS NOT NULL;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,           -- its cursor
  conversation INTEGER REFERENCES conversation (id),
  stage INTEGER NOT NULL,           -- 0 queued, 1 replying, 2 answered, 3 silent, 4 held, 5 dead, 6 noted
  replies INTEGER NOT NULL,
  place INTEGER NOT NULL,
  sequenced INTEGER NOT NULL,
  ambient INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  arrived_ms INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX event_queue ON event (conversation, place, id) WHERE stage = 0;
CREATE INDEX event_replying ON event (id) WHERE stage = 1;
CREATE INDEX event_ended ON event (arrived_ms) WHERE stage >= 2;

CREATE TABLE key (                  -- nothing but keys in here: bodies in a random-order tree cost twice as much
  owner INTEGER NOT NULL REFERENCES owner (id),
  key TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (id),
  PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_event ON key (event);

CREATE TABLE intent (
  place INTEGER PRIMARY KEY,        -- from the same counter as cursors
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  trace INTEGER NOT NULL,           -- 0 fresh, 1 exposed, 2 doubted, 3 final
  tries INTEGER NOT NULL,
  first_ms INTEGER,
  since_ms INTEGER NOT NULL,
  looks INTEGER NOT NULL,
  drafted_ms INTEGER NOT NULL,
  causes TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX intent_queue ON intent (conversation, place) WHERE trace < 3;

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  message TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_recent ON receipt (conversation, at_ms);

CREATE TABLE record (
  cursor INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  speaker INTEGER NOT NULL,         -- 0 person, 1 agent
  author TEXT,
  message TEXT,
  content TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX record_conversation ON record (conversation, cursor);

CREATE TABLE shelved (
  id INTEGER PRIMARY KEY,
  shelf INTEGER NOT NULL,           -- 0 unknown, 1 dead
  name TEXT NOT NULL,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX shelved_newest ON shelved (shelf, id);

-- Consent, windows and spending. What is rejected is a stage (7) and a shelf (2) of its own.

ALTER TABLE tally ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;

ALTER TABLE conversation ADD COLUMN contact TEXT;   -- who is reached there, where that is one person and nobody else
CREATE INDEX conversation_contact ON conversation (owner, contact) WHERE contact IS NOT NULL;

CREATE TABLE contact (              -- one person as an account reaches them
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL REFERENCES owner (id),
  address TEXT NOT NULL,
  opted_out_ms INTEGER,
  opted_out_why TEXT,
  last_inbound_ms INTEGER,
  last_inbound TEXT,                -- the message it was
  UNIQUE (owner, address)
) STRICT;
CREATE INDEX contact_opted_out ON contact (opted_out_ms) WHERE opted_out_ms IS NOT NULL;
CREATE INDEX contact_quiet ON contact (last_inbound_ms) WHERE opted_out_ms IS NULL;

CREATE TABLE spend (                -- one day, in UTC, one way, on one channel, to or from one country
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,             -- counted from 1970-01-01
  owner INTEGER NOT NULL REFERENCES owner (id),
  country TEXT NOT NULL,            -- empty if nobody knows
  channel TEXT NOT NULL,
  direction INTEGER NOT NULL,       -- 0 inbound, 1 outbound
  messages INTEGER NOT NULL DEFAULT 0,
  units INTEGER NOT NULL DEFAULT 0,
  unpriced INTEGER NOT NULL DEFAULT 0,
  pending INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0,
  UNIQUE (day, owner, country, channel, direction)
) STRICT;

CREATE TABLE money (                -- in millionths of the currency's unit
  spend INTEGER NOT NULL REFERENCES spend (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL,            -- 0 estimated, 1 billed
  currency TEXT NOT NULL,
  micros INTEGER NOT NULL,
  PRIMARY KEY (spend, kind, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE charge (               -- what is reserved for an intent that has not ended
  intent TEXT PRIMARY KEY,
  spend INTEGER NOT NULL,
  units INTEGER NOT NULL,
  currency TEXT,
  micros INTEGER,
  billed INTEGER NOT NULL           -- whether the provider says afterwards what it cost
) STRICT, WITHOUT ROWID;

CREATE TABLE bill (                 -- a message of ours whose price is to be asked for
  id INTEGER PRIMARY KEY,           -- from the same counter as cursors
  spend INTEGER NOT NULL,
  owner INTEGER NOT NULL REFERENCES owner (id),
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  message TEXT NOT NULL,
  asked INTEGER NOT NULL,
  due_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX bill_due ON bill (due_ms, id);
CREATE INDEX bill_message ON bill (owner, message);

-- How far a message of ours got.
ALTER TABLE record ADD COLUMN intent TEXT;      -- what it carried, where the agent spoke
ALTER TABLE record ADD COLUMN progress TEXT;    -- null: nothing was told
ALTER TABLE record ADD COLUMN changed INTEGER;  -- the cursor of its last change; null: none
CREATE INDEX record_message ON record (message) WHERE speaker = 1;
CREATE INDEX record_intent ON record (intent) WHERE intent IS NOT NULL;
CREATE INDEX record_changed ON record (conversation, changed) WHERE changed IS NOT NULL;

CREATE TABLE delivery (             -- messages of which more is known than their record tells
  owner INTEGER NOT NULL REFERENCES owner (id),
  message TEXT NOT NULL,
  progress TEXT,                    -- told before there was a record
  record INTEGER,                   -- the record it is a further part of
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (owner, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_old ON delivery (at_ms);

-- The choices that a reply spells out, for whoever answers with a number.
ALTER TABLE intent ADD COLUMN offered TEXT;

-- The event whose answer said it, as long as nobody has decided whether that was heard.
ALTER TABLE intent ADD COLUMN answer INTEGER;
CREATE INDEX intent_answer ON intent (answer) WHERE answer IS NOT NULL;
CREATE INDEX intent_ended ON intent (conversation) WHERE trace = 3;

-- What is known of a conversation and of who takes part.
ALTER TABLE conversation ADD COLUMN state TEXT;       -- null: active
ALTER TABLE conversation ADD COLUMN state_ms INTEGER; -- when it got there, where the provider said so

CREATE TABLE person (               -- what people are shown for an author
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  id TEXT NOT NULL,                 -- as authors are named: an identity, an address, a participant
  name TEXT NOT NULL,
  PRIMARY KEY (conversation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (               -- the words of an answer to a webhook
  event INTEGER PRIMARY KEY REFERENCES event (id),
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  accepted INTEGER NOT NULL,        -- 0: 200, 1: 202
  content_type TEXT,
  body BLOB NOT NULL,
  within_ms INTEGER NOT NULL,       -- how long the platform may take it
  look_ms INTEGER NOT NULL
) STRICT;

-- Keys that were made up here and must outlive a process.
CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where apps are installed. Credentials come encrypted, and are opened by the application alone.

CREATE TABLE installation (
  account TEXT NOT NULL,
  organisation INTEGER NOT NULL,    -- 1: `workspace` is an organisation, 0: a team
  workspace TEXT NOT NULL,
  tenant TEXT NOT NULL,
  enterprise TEXT,                  -- the organisation that a team is part of
  details TEXT NOT NULL,
  sealed BLOB NOT NULL,
  installed_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL,        -- from the same counter as cursors
  PRIMARY KEY (account, organisation, workspace)
) STRICT;

CREATE TABLE spent_word (           -- what may be used once, and was
  account TEXT NOT NULL,
  word TEXT NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (account, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_word_old ON spent_word (until_ms);

-- How far a conversation was heard, so that what was said while nobody listened can be looked for.

ALTER TABLE conversation ADD COLUMN heard_ms INTEGER;    -- when a person last wrote, as the provider dates it
ALTER TABLE conversation ADD COLUMN complete_ms INTEGER; -- up to when nothing is missing
CREATE INDEX conversation_heard ON conversation (owner, heard_ms) WHERE heard_ms IS NOT NULL;

UPDATE conversation SET
  heard_ms = (SELECT max(at_ms) FROM record WHERE conversation = conversation.id AND speaker = 0),
  complete_ms = (SELECT max(at_ms) FROM record WHERE conversation = conversation.id AND speaker = 0);

-- Answers that are shown while they are being written.
CREATE TABLE live (
  place INTEGER PRIMARY KEY,        -- in the order in which they were begun
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  message TEXT,                     -- null: nobody heard whether it was begun
  text TEXT NOT NULL,               -- what it showed at first
  since_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX live_conversation ON live (conversation, place);

-- What carrying a reply means; null: it becomes a new message.
ALTER TABLE intent ADD COLUMN deed TEXT;

-- What failed: how often, why, and what a person decided about it.

ALTER TABLE event ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0; -- claims that ended without a word, this one included
ALTER TABLE event ADD COLUMN failing_ms INTEGER;                 -- since when turns fail
ALTER TABLE event ADD COLUMN retry_ms INTEGER;                   -- when it is tried again; null: nothing keeps it
ALTER TABLE event ADD COLUMN attempts TEXT;                      -- what went wrong; null: nothing
CREATE INDEX event_crashed ON event (conversation, crashes) WHERE stage = 0 AND crashes > 0;
ALTER TABLE intent ADD COLUMN attempts TEXT;                     -- what went wrong; null: nothing
ALTER TABLE intent ADD COLUMN maybe INTEGER NOT NULL DEFAULT 0;  -- of a final one: whether it may have been carried
UPDATE intent SET maybe = 1 WHERE trace = 3;                     -- nobody wrote that down before

ALTER TABLE tally ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0; -- stage 8: a person decided that nothing more is done

ALTER TABLE shelved ADD COLUMN kind INTEGER NOT NULL DEFAULT 1;  -- 0 an event, 1 a send
UPDATE shelved SET kind = 0 WHERE shelf = 1 AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.id = shelved.name);
CREATE INDEX shelved_name ON shelved (name, shelf);

CREATE TABLE decided (              -- how things left their shelf
  name TEXT PRIMARY KEY,
  decision INTEGER NOT NULL,        -- 0 redrive, 1 resend, 2 delivered, 3 drop
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_old ON decided (at_ms);

-- What waits for a person is not forgotten, however old it is.
DROP INDEX event_ended;
CREATE INDEX event_ended ON event (arrived_ms) WHERE stage >= 2 AND stage NOT IN (4, 5);

-- What a person stopped while a turn about it had begun, so that it is not answered after a restart either.
ALTER TABLE event ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;

-- Whose lanes they are: tenants take turns.
ALTER TABLE lane ADD COLUMN tenant TEXT NOT NULL DEFAULT '';
UPDATE lane SET tenant =
  (SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = lane.conversation);
DROP INDEX lane_due;
CREATE INDEX lane_due ON lane (side, tenant, due_ms, head) WHERE due_ms IS NOT NULL;

CREATE TABLE share (                -- tenants that have something to do
  side INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  due_ms INTEGER NOT NULL,          -- since when the first of their lanes can be claimed
  served INTEGER NOT NULL,          -- the fence of the last claim of one of their lanes
  PRIMARY KEY (side, tenant)
) STRICT, WITHOUT ROWID;
INSERT INTO share SELECT side, tenant, min(due_ms), 0 FROM lane WHERE due_ms IS NOT NULL GROUP BY side, tenant;

-- What is needed to erase a conversation or a person, and what is left of that.

ALTER TABLE tally ADD COLUMN erased INTEGER NOT NULL DEFAULT 0; -- stage 9: erased before it had ended
ALTER TABLE tally ADD COLUMN scrub INTEGER NOT NULL DEFAULT 0;  -- whether erased bytes may still be in the file

ALTER TABLE event ADD COLUMN erased INTEGER NOT NULL DEFAULT 0; -- its keys are HMACs, and those that are added too
ALTER TABLE event ADD COLUMN noted_in INTEGER;                  -- the conversation of one that never wanted a turn
UPDATE event SET noted_in = (
  SELECT c.id FROM key k JOIN conversation c ON c.owner = k.owner
  WHERE k.event = event.id AND c.place = json_extract(event.body, '$.conversation')
) WHERE stage = 6 AND json_valid(body);
UPDATE event SET body = '' WHERE stage = 6;                     -- nobody reads them
CREATE INDEX event_noted ON event (noted_in) WHERE noted_in IS NOT NULL;
CREATE INDEX event_in ON event (conversation) WHERE stage >= 1;

ALTER TABLE record ADD COLUMN causes TEXT;                      -- what it answers, where the agent spoke; null: unknown
ALTER TABLE delivery ADD COLUMN conversation INTEGER;           -- where it was told, as long as it has no record

CREATE TABLE erasure (                                          -- receipts, the newest of each subject last
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,                                        -- an HMAC
  receipt TEXT NOT NULL
) STRICT;
CREATE INDEX erasure_subject ON erasure (subject, number);

-- Turns of one conversation beside each other: each holds one event, under a lease of its own.
ALTER TABLE event ADD COLUMN until_ms INTEGER;  -- when that lease ends; null: no turn holds the event by itself
ALTER TABLE event ADD COLUMN node TEXT;         -- whose it is, or was; null: the lane's holder claimed it last
ALTER TABLE event ADD COLUMN life INTEGER;
CREATE INDEX event_leased ON event (conversation, fence) WHERE stage = 0 AND until_ms IS NOT NULL;
ALTER TABLE live ADD COLUMN event INTEGER;      -- what the turn is about that began it; null: it had its lane for itself

-- The way of each message, as its trace tells it. Null: nobody follows it.
ALTER TABLE event ADD COLUMN timeline TEXT;
ALTER TABLE event ADD COLUMN claim_ms INTEGER;      -- when it was claimed last
ALTER TABLE intent ADD COLUMN turn TEXT;            -- the span of the turn that decided on it
ALTER TABLE intent ADD COLUMN claim_fence INTEGER;  -- the claim that has said nothing yet
ALTER TABLE intent ADD COLUMN claim_ms INTEGER;
ALTER TABLE record ADD COLUMN trace TEXT;           -- the span of what it came of

-- What became of the messages of each account, counted by the rows themselves, so that an older program counts as well.
ALTER TABLE owner ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN dead INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE owner ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;

-- What has been forgotten since is counted as a whole only.
UPDATE owner SET accepted = was.accepted, answered = was.answered, silent = was.silent, held = was.held,
  dead = was.dead, rejected = was.rejected, dropped = was.dropped, erased = was.erased
FROM (
  SELECT c.owner AS id, count(*) AS accepted, sum(e.stage = 2) AS answered, sum(e.stage = 3) AS silent,
    sum(e.stage = 4) AS held, sum(e.stage = 5) AS dead, sum(e.stage = 7) AS rejected, sum(e.stage = 8) AS dropped,
    sum(e.stage = 9) AS erased
  FROM event e JOIN conversation c ON c.id = e.conversation WHERE e.stage <> 6 GROUP BY c.owner
) was
WHERE was.id = owner.id;

CREATE TRIGGER event_accepted AFTER INSERT ON event WHEN NEW.stage <> 6
BEGIN
  UPDATE owner SET accepted = accepted + 1 WHERE id = (SELECT owner FROM conversation WHERE id = NEW.conversation);
END;

CREATE TRIGGER event_moved AFTER UPDATE OF stage ON event WHEN max(OLD.stage, NEW.stage) > 1
BEGIN
  UPDATE owner SET
    answered = answered + (NEW.stage = 2) - (OLD.stage = 2),
    silent = silent + (NEW.stage = 3) - (OLD.stage = 3),
    held = held + (NEW.stage = 4) - (OLD.stage = 4),
    dead = dead + (NEW.stage = 5) - (OLD.stage = 5),
    rejected = rejected + (NEW.stage = 7) - (OLD.stage = 7),
    dropped = dropped + (NEW.stage = 8) - (OLD.stage = 8),
    erased = erased + (NEW.stage = 9) - (OLD.stage = 9)
  WHERE id = (SELECT owner FROM conversation WHERE id = NEW.conversation);
END;

-- What became of the messages of each account by channel, where whoever told them said which it was: the rest, such as what
-- an older program takes in, is what the account has besides.
CREATE TABLE channel (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL REFERENCES owner (id),
  name TEXT NOT NULL,
  accepted INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  silent INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  dead INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  dropped INTEGER NOT NULL DEFAULT 0,
  erased INTEGER NOT NULL DEFAULT 0,
  UNIQUE (owner, name)
) STRICT;

-- A row of `channel`, none of which is ever removed.
ALTER TABLE event ADD COLUMN channel INTEGER;

-- With the channel, so that what is in flight is counted without reading the rows.
DROP INDEX event_queue;
CREATE INDEX event_queue ON event (conversation, place, id, channel) WHERE stage = 0;
DROP INDEX event_replying;
CREATE INDEX event_replying ON event (id, channel) WHERE stage = 1;
-- Of two that serve as well, the newer is taken.
DROP INDEX event_leased;
CREATE INDEX event_leased ON event (conversation, fence) WHERE stage = 0 AND until_ms IS NOT NULL;

CREATE TRIGGER event_accepted_in AFTER INSERT ON event WHEN NEW.channel IS NOT NULL
BEGIN
  UPDATE channel SET accepted = accepted + 1 WHERE id = NEW.channel;
END;

CREATE TRIGGER event_moved_in AFTER UPDATE OF stage ON event
  WHEN NEW.channel IS NOT NULL AND max(OLD.stage, NEW.stage) > 1
BEGIN
  UPDATE channel SET
    answered = answered + (NEW.stage = 2) - (OLD.stage = 2),
    silent = silent + (NEW.stage = 3) - (OLD.stage = 3),
    held = held + (NEW.stage = 4) - (OLD.stage = 4),
    dead = dead + (NEW.stage = 5) - (OLD.stage = 5),
    rejected = rejected + (NEW.stage = 7) - (OLD.stage = 7),
    dropped = dropped + (NEW.stage = 8) - (OLD.stage = 8),
    erased = erased + (NEW.stage = 9) - (OLD.stage = 9)
  WHERE id = NEW.channel;
END;
