DELETE FROM search_entry WHERE org_id = :org_id AND subject_type = :subject_type AND subject_id = :subject_id
