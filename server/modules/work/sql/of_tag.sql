AND w.tags LIKE :tag
