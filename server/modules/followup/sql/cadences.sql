SELECT subject_kind, cadence, version FROM cadence WHERE org_id = :org
