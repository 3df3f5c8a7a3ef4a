AND subject_type = :subject_type
