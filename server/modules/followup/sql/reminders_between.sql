-- Rides the primary key.
SELECT commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at
FROM reminder WHERE org_id = :org AND commitment_id > :after AND commitment_id <= :last
