-- Rides commitment_urgent.
ORDER BY c.importance, COALESCE(c.due_at, 9223372036854775807), c.id
