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
