-- Unknown and revoked ones are looked for in the same way and take the same time.
SELECT org_id, work_item_id FROM status_link WHERE token_hash = :token_hash AND revoked_at IS NULL
