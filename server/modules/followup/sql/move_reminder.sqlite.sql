UPDATE reminder SET rung = :rung, fires_at = :fires_at WHERE org_id = :org AND commitment_id = :commitment_id AND topic = :topic
