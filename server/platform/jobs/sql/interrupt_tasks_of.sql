-- Rides task_unfinished.
UPDATE task SET state = 'failed', failure = 'task.interrupted', finished_at = :now
WHERE node = :node AND finished_at IS NULL
