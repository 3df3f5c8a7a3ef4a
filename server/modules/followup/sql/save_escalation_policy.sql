-- Two who change it at once: the second finds another version and changes no row.
INSERT INTO escalation_policy (org_id, subject_kind, topic, ladder, version) VALUES (:org, :subject_kind, :topic, :ladder, 1)
ON CONFLICT (org_id, subject_kind, topic) DO UPDATE SET ladder = excluded.ladder, version = escalation_policy.version + 1
WHERE escalation_policy.version = :version
