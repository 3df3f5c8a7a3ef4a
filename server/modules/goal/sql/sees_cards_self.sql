AND (k.person_id = :me OR k.supervisor_id = :me)
