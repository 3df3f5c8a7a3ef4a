-- Rides commitment_due (open) or commitment_any_due.
ORDER BY COALESCE(c.due_at, 9223372036854775807), c.id
