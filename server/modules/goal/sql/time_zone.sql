SELECT time_zone FROM organization WHERE id = :org
