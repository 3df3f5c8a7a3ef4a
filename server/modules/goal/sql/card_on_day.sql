AND k.period_from <= :day AND k.period_to >= :day
