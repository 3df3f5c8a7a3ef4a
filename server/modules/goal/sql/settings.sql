SELECT smart_blocks, tolerance, completion_cap, factor_least, factor_most, support_days, grades, version FROM goal_settings WHERE org_id = :org
