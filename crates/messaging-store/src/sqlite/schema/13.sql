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
