INSERT INTO delivery (org_id, id, notice_id, recipient_id, channel, account_id, address, state, due_at, next_at, attempts, node, fence, answer, message_id,
                      created_at)
VALUES (:org, :id, :notice_id, :recipient_id, :channel, :account_id, :address, 'waiting', :due_at, :due_at, 0, '', 0, '', :message_id, :created_at)
