INSERT INTO organization (id, name, time_zone, language, small_organization, default_owner_id, created_at, version)
VALUES (:org, :name, :time_zone, :language, :small_organization, :default_owner_id, :now, 1)
