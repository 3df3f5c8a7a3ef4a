-- Where the actual comes from has one word more: a row of a target sheet. SQLite cannot change a CHECK, so the column is made anew.
ALTER TABLE goal_item ADD COLUMN actual_from text NOT NULL DEFAULT 'by_hand'
  CONSTRAINT goal_item_actual_from CHECK (actual_from IN ('by_hand','sum','average','weighted','sheet'));
UPDATE goal_item SET actual_from = rollup;
ALTER TABLE goal_item DROP COLUMN rollup;
ALTER TABLE goal_item RENAME COLUMN actual_from TO rollup;
ALTER TABLE goal_item ADD COLUMN target_sheet_id uuid;
ALTER TABLE goal_item ADD COLUMN target_row bigint;
CREATE INDEX goal_item_target_row ON goal_item (org_id, target_sheet_id, target_row);
