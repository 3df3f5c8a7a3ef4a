SELECT name, language, time_zone FROM organization WHERE id = :org
