SELECT id, name, time_zone, language, small_organization, default_owner_id, version FROM organization WHERE id = :org
