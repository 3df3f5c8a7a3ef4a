-- What I own (commitment_owner_queue) or handle (commitment_handler_queue) and has to be looked at by then, and what I handle for
-- somebody and is due by then (commitment_handler), unless it rests; a result handed in lies with the owner. The page is chosen first, its rows are
-- completed after. A number, not a parameter: with one PostgreSQL plans for a tenth of all rows.
AND c.id IN (SELECT u.id FROM (
               SELECT q.id, q.importance, q.next_follow_up_at FROM commitment q
               WHERE q.org_id = :org AND q.owner_id = :me AND q.state = 'open' AND q.next_follow_up_at <= :until
               UNION
               SELECT q.id, q.importance, q.next_follow_up_at FROM commitment q
               WHERE q.org_id = :org AND q.handler_id = :me AND q.state = 'open' AND q.next_follow_up_at <= :until AND q.stage <> 'submitted'
               UNION
               SELECT q.id, q.importance, q.next_follow_up_at FROM commitment q
               WHERE q.org_id = :org AND q.handler_id = :me AND q.state = 'open' AND COALESCE(q.due_at, 9223372036854775807) <= :until
                 AND q.owner_id <> :me AND q.stage NOT IN ('submitted', 'on_hold') AND q.held_until IS NULL) u
             ORDER BY CASE WHEN u.importance <= 2 THEN 0 ELSE 1 END, CASE WHEN u.next_follow_up_at < :now THEN 0 ELSE 1 END,
                      u.importance, u.next_follow_up_at, u.id
             LIMIT 200)
ORDER BY CASE WHEN c.importance <= 2 THEN 0 ELSE 1 END, CASE WHEN c.next_follow_up_at < :now THEN 0 ELSE 1 END, c.importance, c.next_follow_up_at, c.id
LIMIT 200
