-- Where apps are installed. Credentials come encrypted, and are opened by the application alone.

CREATE TABLE installation (
  account TEXT NOT NULL,
  organisation INTEGER NOT NULL,    -- 1: `workspace` is an organisation, 0: a team
  workspace TEXT NOT NULL,
  tenant TEXT NOT NULL,
  enterprise TEXT,                  -- the organisation that a team is part of
  details TEXT NOT NULL,
  sealed BLOB NOT NULL,
  installed_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL,        -- from the same counter as cursors
  PRIMARY KEY (account, organisation, workspace)
) STRICT;

CREATE TABLE spent_word (           -- what may be used once, and was
  account TEXT NOT NULL,
  word TEXT NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (account, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_word_old ON spent_word (until_ms);
