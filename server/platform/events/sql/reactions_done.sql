SELECT reaction FROM reaction_done WHERE org_id = :org_id AND event_id = :event_id
