-- Rides target_sheet_previous.
UPDATE target_sheet SET previous_id = NULL WHERE org_id = :org AND previous_id = :sheet
