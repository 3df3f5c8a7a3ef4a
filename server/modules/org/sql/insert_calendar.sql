INSERT INTO working_calendar (org_id, hours, public_holidays, version) VALUES (:org, :hours, :public_holidays, 1)
