-- The same thousand events forget_events takes next.
DELETE FROM reaction_done
WHERE (org_id, event_id) IN (SELECT org_id, id FROM outbox_event WHERE done_at IS NOT NULL AND done_at < :before ORDER BY done_at, id LIMIT 1000)
