-- Two who change it at once: the second finds another version and changes no row.
INSERT INTO cadence (org_id, subject_kind, cadence, version) VALUES (:org, :subject_kind, :cadence, 1)
ON CONFLICT (org_id, subject_kind) DO UPDATE SET cadence = excluded.cadence, version = cadence.version + 1
WHERE cadence.version = :version
