UPDATE notice_template SET subject = :subject, body = :body, changed_at = :changed_at, changed_by = :changed_by, version = version + 1
WHERE org_id = :org AND event = :event AND channel = :channel AND language = :language AND version = :version
