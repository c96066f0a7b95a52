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
