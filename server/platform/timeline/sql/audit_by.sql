AND actor_id = :actor_id
