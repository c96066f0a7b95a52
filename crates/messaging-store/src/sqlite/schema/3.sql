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
