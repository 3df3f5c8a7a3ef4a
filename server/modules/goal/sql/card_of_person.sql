AND k.person_id = :person
