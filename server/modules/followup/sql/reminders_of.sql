SELECT commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at
FROM reminder WHERE org_id = :org AND commitment_id = :commitment_id
