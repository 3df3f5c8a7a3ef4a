UPDATE target_sheet SET changed_at = :now WHERE org_id = :org AND id = :id
