AND k.period_to >= :day
