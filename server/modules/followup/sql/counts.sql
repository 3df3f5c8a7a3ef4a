-- The first two count what due_for_me lists. Each count rides its own index: commitment_owner_queue, commitment_handler_queue,
-- commitment_owner_due, commitment_handler.
SELECT (SELECT count(*) FROM (
          SELECT q.id FROM commitment q
          WHERE q.org_id = :org AND q.owner_id = :me AND q.state = 'open' AND q.next_follow_up_at <= :until
          UNION
          SELECT q.id FROM commitment q
          WHERE q.org_id = :org AND q.handler_id = :me AND q.state = 'open' AND q.next_follow_up_at <= :until AND q.stage <> 'submitted'
          UNION
          SELECT q.id FROM commitment q
          WHERE q.org_id = :org AND q.handler_id = :me AND q.state = 'open' AND COALESCE(q.due_at, 9223372036854775807) <= :until
            AND q.owner_id <> :me AND q.stage NOT IN ('submitted', 'on_hold') AND q.held_until IS NULL) u) AS due_follow_ups,
       (SELECT count(*) FROM (
          SELECT q.id FROM commitment q
          WHERE q.org_id = :org AND q.owner_id = :me AND q.state = 'open' AND q.next_follow_up_at < :now
          UNION
          SELECT q.id FROM commitment q
          WHERE q.org_id = :org AND q.handler_id = :me AND q.state = 'open' AND q.next_follow_up_at < :now AND q.stage <> 'submitted') v) AS overdue_follow_ups,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND COALESCE(c.due_at, 9223372036854775807) < :now) AS overdue_items,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open') AS open_owned,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.handler_id = :me AND c.state = 'open') AS open_handled
