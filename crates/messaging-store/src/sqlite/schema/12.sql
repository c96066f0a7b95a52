-- The way of each message, as its trace tells it. Null: nobody follows it.
ALTER TABLE event ADD COLUMN timeline TEXT;
ALTER TABLE event ADD COLUMN claim_ms INTEGER;      -- when it was claimed last
ALTER TABLE intent ADD COLUMN turn TEXT;            -- the span of the turn that decided on it
ALTER TABLE intent ADD COLUMN claim_fence INTEGER;  -- the claim that has said nothing yet
ALTER TABLE intent ADD COLUMN claim_ms INTEGER;
ALTER TABLE record ADD COLUMN trace TEXT;           -- the span of what it came of
