-- Each count rides its own index: commitment_owner_queue, commitment_owner_due, commitment_handler.
SELECT (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND c.next_follow_up_at <= :until) AS due_follow_ups,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND c.next_follow_up_at < :now) AS overdue_follow_ups,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' AND COALESCE(c.due_at, 9223372036854775807) < :now) AS overdue_items,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open') AS open_owned,
       (SELECT count(*) FROM commitment c WHERE c.org_id = :org AND c.handler_id = :me AND c.state = 'open') AS open_handled
