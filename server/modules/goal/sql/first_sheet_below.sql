-- Rides target_sheet_parent.
SELECT title FROM target_sheet WHERE org_id = :org AND parent_id = :sheet ORDER BY parent_row LIMIT 1
