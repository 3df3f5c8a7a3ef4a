-- Rides task_unfinished.
UPDATE task SET lease_until = :lease_until WHERE node = :node AND finished_at IS NULL
