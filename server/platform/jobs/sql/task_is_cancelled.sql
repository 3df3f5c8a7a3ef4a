-- A task that others have given up is over too.
SELECT cancel_requested OR finished_at IS NOT NULL FROM task WHERE org_id = :org_id AND id = :id
