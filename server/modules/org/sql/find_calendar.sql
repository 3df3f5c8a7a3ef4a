SELECT c.hours, c.public_holidays, c.version, o.time_zone FROM working_calendar c JOIN organization o ON o.id = c.org_id WHERE c.org_id = :org
