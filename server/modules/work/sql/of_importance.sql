AND c.importance = :importance
