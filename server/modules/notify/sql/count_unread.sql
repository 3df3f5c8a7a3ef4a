-- Rides notice_unread. A badge says "99+" long before the end.
SELECT COUNT(*) AS count FROM (SELECT id FROM notice WHERE org_id = :org AND recipient_id = :me AND read_at IS NULL AND retracted_at IS NULL LIMIT 1000) unread
