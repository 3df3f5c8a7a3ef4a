DELETE FROM cadence WHERE org_id = :org AND subject_kind = :subject_kind AND version = :version
