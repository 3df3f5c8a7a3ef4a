INSERT INTO goal_settings (org_id, smart_blocks, tolerance, completion_cap, factor_least, factor_most, support_days, grades, version)
VALUES (:org, :smart_blocks, :tolerance, :completion_cap, :factor_least, :factor_most, :support_days, :grades, 1)
ON CONFLICT (org_id) DO UPDATE
SET smart_blocks = excluded.smart_blocks, tolerance = excluded.tolerance, completion_cap = excluded.completion_cap, factor_least = excluded.factor_least,
    factor_most = excluded.factor_most, support_days = excluded.support_days, grades = excluded.grades, version = goal_settings.version + 1
WHERE goal_settings.version = :version
