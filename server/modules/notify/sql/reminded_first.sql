ORDER BY n.created_at DESC, n.id DESC, d.channel, d.address LIMIT :limit
