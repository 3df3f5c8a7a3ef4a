DELETE FROM target_total WHERE org_id = :org AND sheet_id = :sheet
