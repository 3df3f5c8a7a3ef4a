INSERT INTO reminder (org_id, commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at)
VALUES (:org, :commitment_id, :topic, :source_id, :receiver_id, :basis, :counts_from, :rung, :fires_at)
ON CONFLICT (org_id, commitment_id, topic) DO UPDATE
SET source_id = excluded.source_id, receiver_id = excluded.receiver_id, basis = excluded.basis, counts_from = excluded.counts_from,
    rung = excluded.rung, fires_at = excluded.fires_at
