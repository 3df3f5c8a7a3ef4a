UPDATE organization
SET name = :name, time_zone = :time_zone, language = :language, small_organization = :small_organization, default_owner_id = :default_owner_id,
    second_factor_required = :second_factor_required, version = version + 1
WHERE id = :org AND version = :version
