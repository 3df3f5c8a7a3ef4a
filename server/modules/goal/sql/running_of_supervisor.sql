AND k.supervisor_id = :me
