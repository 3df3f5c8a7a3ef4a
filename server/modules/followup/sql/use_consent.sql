UPDATE give_up_request SET used_at = :now WHERE org_id = :org AND commitment_id = :commitment AND consented = TRUE AND used_at IS NULL
