-- Rides target_sheet_listed backwards.
ORDER BY s.month_from DESC, s.id DESC LIMIT :limit
