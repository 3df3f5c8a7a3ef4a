SELECT cancel_requested FROM task WHERE org_id = :org_id AND id = :id
