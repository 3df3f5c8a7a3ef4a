-- No row when it was cancelled while it waited.
UPDATE task SET state = 'running' WHERE org_id = :org_id AND id = :id AND state = 'waiting' AND NOT cancel_requested
