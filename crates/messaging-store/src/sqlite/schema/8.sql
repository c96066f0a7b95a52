-- What failed: how often, why, and what a person decided about it.

ALTER TABLE event ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0; -- claims that ended without a word, this one included
ALTER TABLE event ADD COLUMN failing_ms INTEGER;                 -- since when turns fail
ALTER TABLE event ADD COLUMN retry_ms INTEGER;                   -- when it is tried again; null: nothing keeps it
ALTER TABLE event ADD COLUMN attempts TEXT;                      -- what went wrong; null: nothing
CREATE INDEX event_crashed ON event (conversation, crashes) WHERE stage = 0 AND crashes > 0;
ALTER TABLE intent ADD COLUMN attempts TEXT;                     -- what went wrong; null: nothing
