AND k.period = :period
