GROUP BY c.subject_kind
