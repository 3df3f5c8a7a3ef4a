UPDATE scheduled_job
SET lease_until = 0, next_run_at = :next_run_at, last_finished_at = :now, last_error = :error,
    failures = CASE WHEN CAST(:error AS text) IS NULL THEN 0 ELSE failures + 1 END
WHERE name = :name AND fence = :fence
