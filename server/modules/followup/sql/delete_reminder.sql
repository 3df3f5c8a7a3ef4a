DELETE FROM reminder WHERE org_id = :org AND commitment_id = :commitment_id AND topic = :topic
