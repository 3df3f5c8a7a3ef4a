SELECT id, event, channel, language, subject, body, changed_at, changed_by, version FROM notice_template t WHERE t.org_id = :org
