INSERT INTO commitment_cadence (org_id, commitment_id, cadence) VALUES (:org, :commitment, :cadence)
ON CONFLICT (org_id, commitment_id) DO UPDATE SET cadence = excluded.cadence
