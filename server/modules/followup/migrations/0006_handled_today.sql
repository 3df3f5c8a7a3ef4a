-- What somebody handles and has to look at next, for today's list; what they own rides commitment_owner_queue.
CREATE INDEX commitment_handler_queue ON commitment (org_id, handler_id, state, next_follow_up_at, id);
