-- As the index has it: rides commitment_due up to now, and PostgreSQL needs no plan of its own for each moment.
AND c.state = 'open' AND COALESCE(c.due_at, 9223372036854775807) < :now
