AND k.person_id <> :me
