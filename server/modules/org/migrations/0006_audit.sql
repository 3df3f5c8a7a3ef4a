-- The auditor's view goes through everybody's history by time, and through what one person did.
CREATE INDEX timeline_entry_at ON timeline_entry (org_id, at, id);
CREATE INDEX timeline_entry_actor ON timeline_entry (org_id, actor_id, at, id) WHERE actor_id IS NOT NULL;

-- Positions are renamed and merged.
ALTER TABLE position ADD COLUMN version bigint NOT NULL DEFAULT 1;
CREATE INDEX employee_position ON employee (org_id, position_id) WHERE position_id IS NOT NULL;
