UPDATE delivery SET state = 'dropped', answer = :answer, done_at = :now WHERE org_id = :org AND recipient_id = :account AND state IN ('waiting', 'sending')
