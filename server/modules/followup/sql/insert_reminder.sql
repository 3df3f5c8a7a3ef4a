INSERT INTO reminder (org_id, commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at)
VALUES (:org, :commitment_id, :topic, :source_id, :receiver_id, :basis, :counts_from, :rung, :fires_at)
