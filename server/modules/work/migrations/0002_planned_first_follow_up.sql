-- The first follow-up time an imported sheet plans for an item nobody has followed up yet, as the cell spells it ("?" too):
-- past plans stand nowhere else, and an export gives the cell back unchanged.
CREATE TABLE planned_first_follow_up (
  org_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  written text NOT NULL,
  PRIMARY KEY (org_id, work_item_id)
);
