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
