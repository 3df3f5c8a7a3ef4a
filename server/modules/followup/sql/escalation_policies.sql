SELECT subject_kind, topic, ladder, version FROM escalation_policy WHERE org_id = :org ORDER BY subject_kind, topic
