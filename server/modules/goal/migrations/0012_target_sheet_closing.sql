ALTER TABLE target_sheet ADD COLUMN closed_at bigint;
-- Rows keep their numbers; row_count is the highest one ever given, these are gone.
ALTER TABLE target_sheet ADD COLUMN removed_rows bigint NOT NULL DEFAULT 0;
-- Who forgets a deleted sheet.
CREATE INDEX target_sheet_previous ON target_sheet (org_id, previous_id);
