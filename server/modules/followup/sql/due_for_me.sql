-- Rides commitment_owner_queue.
AND c.owner_id = :me AND c.state = 'open' AND c.next_follow_up_at <= :until
ORDER BY CASE WHEN c.next_follow_up_at < :now THEN 0 ELSE 1 END, c.importance, c.next_follow_up_at, c.id
LIMIT :limit
