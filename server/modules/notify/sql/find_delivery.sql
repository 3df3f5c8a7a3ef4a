SELECT d.id, d.notice_id, d.recipient_id, d.channel, d.account_id, d.address, d.state, d.due_at, d.next_at, d.attempts, d.fence, d.message_id, d.created_at
FROM delivery d
WHERE d.org_id = :org AND d.id = :id
