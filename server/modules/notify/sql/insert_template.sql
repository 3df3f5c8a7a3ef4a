INSERT INTO notice_template (org_id, id, event, channel, language, subject, body, changed_at, changed_by, version)
VALUES (:org, :id, :event, :channel, :language, :subject, :body, :changed_at, :changed_by, 1)
