-- Rides the primary key.
ORDER BY l.no LIMIT :limit
