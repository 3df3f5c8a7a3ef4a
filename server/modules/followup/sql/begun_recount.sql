-- A handful of rows at most.
SELECT org_id FROM reminder_recount WHERE begins_at <= :now LIMIT 1
