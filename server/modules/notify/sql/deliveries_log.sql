SELECT d.id, d.notice_id, d.channel, d.address, d.state, d.due_at, d.next_at, d.attempts, d.answer, d.message_id, d.merged_into, d.created_at, d.sent_at,
       d.done_at, d.recipient_id, n.event, n.number, n.title, n.reason, n.reason_for, e.name AS recipient_name, a.name AS account_name
FROM delivery d
LEFT JOIN notice n ON n.org_id = d.org_id AND n.id = d.notice_id
LEFT JOIN employee e ON e.org_id = d.org_id AND e.id = d.recipient_id
LEFT JOIN channel_account a ON a.org_id = d.org_id AND a.id = d.account_id
WHERE d.org_id = :org
