DELETE FROM target_cell WHERE org_id = :org AND sheet_id = :sheet
