UPDATE timeline_head SET hash = :hash WHERE org_id = :org_id AND subject_id = :subject_id
