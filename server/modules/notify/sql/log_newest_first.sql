ORDER BY d.created_at DESC, d.id DESC LIMIT :limit
