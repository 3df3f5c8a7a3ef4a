AND k.supervisor_id = :supervisor
