SELECT id, name, time_zone, language, small_organization, default_owner_id, second_factor_required, version FROM organization WHERE id = :org
