-- Rides commitment_owner_queue. The page is chosen first, its rows are completed after. A number, not a parameter: with
-- one PostgreSQL plans for a tenth of all rows.
AND c.id IN (SELECT q.id FROM commitment q
             WHERE q.org_id = :org AND q.owner_id = :me AND q.state = 'open' AND q.next_follow_up_at <= :until
             ORDER BY CASE WHEN q.next_follow_up_at < :now THEN 0 ELSE 1 END, q.importance, q.next_follow_up_at, q.id
             LIMIT 200)
ORDER BY CASE WHEN c.next_follow_up_at < :now THEN 0 ELSE 1 END, c.importance, c.next_follow_up_at, c.id
LIMIT 200
