-- Rides timeline_entry_at, or timeline_entry_actor when it is about what one person did.
SELECT id, subject_type, subject_id, seq, at, actor_id, actor_name, event, changes, note FROM timeline_entry WHERE org_id = :org_id
