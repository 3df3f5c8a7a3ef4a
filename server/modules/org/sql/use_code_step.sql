-- A code counts once: steps only go up.
UPDATE second_factor SET last_step = :step WHERE org_id = :org AND user_id = :user AND last_step < :step
