UPDATE delivery
SET state = 'sending', node = :node, fence = fence + 1, attempts = attempts + 1, next_at = :lease_until, sent_at = :now, account_id = :account
WHERE org_id = :org AND id = :id
RETURNING fence
