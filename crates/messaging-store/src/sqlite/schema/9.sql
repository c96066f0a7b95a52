-- What a person stopped while a turn about it had begun, so that it is not answered after a restart either.
ALTER TABLE event ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;

-- Whose lanes they are: tenants take turns.
ALTER TABLE lane ADD COLUMN tenant TEXT NOT NULL DEFAULT '';
UPDATE lane SET tenant =
  (SELECT o.tenant FROM conversation c JOIN owner o ON o.id = c.owner WHERE c.id = lane.conversation);
DROP INDEX lane_due;
CREATE INDEX lane_due ON lane (side, tenant, due_ms, head) WHERE due_ms IS NOT NULL;

CREATE TABLE share (                -- tenants that have something to do
  side INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  due_ms INTEGER NOT NULL,          -- since when the first of their lanes can be claimed
  served INTEGER NOT NULL,          -- the fence of the last claim of one of their lanes
  PRIMARY KEY (side, tenant)
) STRICT, WITHOUT ROWID;
INSERT INTO share SELECT side, tenant, min(due_ms), 0 FROM lane WHERE due_ms IS NOT NULL GROUP BY side, tenant;
