-- Which item waits for which: `item_id` may begin `lag_minutes` working minutes after `after_id` is done.
CREATE TABLE work_dependency (
  org_id uuid NOT NULL,
  item_id uuid NOT NULL,
  after_id uuid NOT NULL,
  lag_minutes bigint NOT NULL CONSTRAINT work_dependency_lag CHECK (lag_minutes >= 0),
  PRIMARY KEY (org_id, item_id, after_id)
);
CREATE INDEX work_dependency_after ON work_dependency (org_id, after_id, item_id);

-- When the work first began; absent where that was before this was kept, and where it has not.
ALTER TABLE work_item ADD COLUMN started_at bigint;
