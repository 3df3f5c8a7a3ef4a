-- Of two who click at once, the second finds no row.
UPDATE setup_link SET used_at = :now WHERE org_id = :org AND id = :id AND used_at IS NULL
