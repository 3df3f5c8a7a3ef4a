AND k.person_id = :person AND k.period_to >= :day
