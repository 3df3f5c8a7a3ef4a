AND (e.leave_date IS NULL OR e.leave_date >= :today)
