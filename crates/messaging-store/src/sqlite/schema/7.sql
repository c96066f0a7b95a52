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
