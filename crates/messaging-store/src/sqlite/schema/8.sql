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
