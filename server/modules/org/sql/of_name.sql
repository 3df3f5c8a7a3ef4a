-- Two are enough to know that the name does not tell.
AND e.name = :name AND (e.leave_date IS NULL OR e.leave_date >= :today) ORDER BY e.id LIMIT 2
