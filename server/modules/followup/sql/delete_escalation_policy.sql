DELETE FROM escalation_policy WHERE org_id = :org AND subject_kind = :subject_kind AND topic = :topic AND version = :version
