-- Without INDEXED BY SQLite, which does not know how many organizations there are, walks through all of one's reminders.
SELECT (SELECT r.fires_at FROM reminder r INDEXED BY reminder_fires WHERE r.org_id = :org AND r.fires_at > :now ORDER BY r.fires_at LIMIT 1) AS next_due_at,
       (SELECT count(*) FROM reminder r INDEXED BY reminder_fires WHERE r.org_id = :org AND r.fires_at <= :now) AS waiting
