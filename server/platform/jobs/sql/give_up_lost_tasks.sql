-- Rides task_unfinished, which holds little.
UPDATE task SET state = 'failed', failure = 'task.node_lost', finished_at = :now
WHERE finished_at IS NULL AND lease_until < :now
