-- Rides commitment_next.
ORDER BY c.next_follow_up_at, c.id
