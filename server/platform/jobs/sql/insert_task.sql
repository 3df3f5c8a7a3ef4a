INSERT INTO task (org_id, id, kind, created_by, node, state, done, total, result, failure, created_at, cancel_requested, lease_until)
VALUES (:org_id, :id, :kind, :created_by, :node, 'waiting', 0, 0, 'null', '', :now, FALSE, :lease_until)
