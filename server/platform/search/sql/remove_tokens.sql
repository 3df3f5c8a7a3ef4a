-- SQLite only.
DELETE FROM search_tokens
WHERE rowid = (SELECT entry_no FROM search_entry WHERE org_id = :org_id AND subject_type = :subject_type AND subject_id = :subject_id)
