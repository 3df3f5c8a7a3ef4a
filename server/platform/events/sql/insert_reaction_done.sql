INSERT INTO reaction_done (org_id, event_id, reaction, at) VALUES (:org_id, :event_id, :reaction, :at)
