AND c.subject_kind = :kind
