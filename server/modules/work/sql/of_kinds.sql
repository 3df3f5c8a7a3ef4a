AND c.subject_kind IN (:kind1, :kind2, :kind3, :kind4, :kind5, :kind6, :kind7, :kind8)
