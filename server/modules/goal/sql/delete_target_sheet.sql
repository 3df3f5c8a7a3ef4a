DELETE FROM target_sheet WHERE org_id = :org AND id = :sheet
