-- What a person stopped while a turn about it had begun, so that it is not answered after a restart either.
ALTER TABLE event ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
