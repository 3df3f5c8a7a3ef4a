UPDATE working_calendar SET hours = :hours, public_holidays = :public_holidays, version = version + 1 WHERE org_id = :org AND version = :version
