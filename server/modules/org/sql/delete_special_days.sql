DELETE FROM special_day WHERE org_id = :org
