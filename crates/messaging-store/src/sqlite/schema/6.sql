-- How far a conversation was heard, so that what was said while nobody listened can be looked for.

ALTER TABLE conversation ADD COLUMN heard_ms INTEGER;    -- when a person last wrote, as the provider dates it
ALTER TABLE conversation ADD COLUMN complete_ms INTEGER; -- up to when nothing is missing
CREATE INDEX conversation_heard ON conversation (owner, heard_ms) WHERE heard_ms IS NOT NULL;

UPDATE conversation SET
  heard_ms = (SELECT max(at_ms) FROM record WHERE conversation = conversation.id AND speaker = 0),
  complete_ms = (SELECT max(at_ms) FROM record WHERE conversation = conversation.id AND speaker = 0);
