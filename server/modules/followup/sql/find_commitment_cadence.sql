SELECT cadence FROM commitment_cadence WHERE org_id = :org AND commitment_id = :commitment
