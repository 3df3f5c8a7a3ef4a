AND (k.period_from < :after_from OR (k.period_from = :after_from AND k.id < :after_id))
