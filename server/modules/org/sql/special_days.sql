SELECT date, name, kind FROM special_day WHERE org_id = :org ORDER BY date
