-- Turns of one conversation beside each other: each holds one event, under a lease of its own.
ALTER TABLE event ADD COLUMN until_ms INTEGER;  -- when that lease ends; null: no turn holds the event by itself
ALTER TABLE event ADD COLUMN node TEXT;         -- whose it is, or was; null: the lane's holder claimed it last
ALTER TABLE event ADD COLUMN life INTEGER;
CREATE INDEX event_leased ON event (conversation, fence) WHERE stage = 0 AND until_ms IS NOT NULL;
ALTER TABLE live ADD COLUMN event INTEGER;      -- what the turn is about that began it; null: it had its lane for itself
