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
