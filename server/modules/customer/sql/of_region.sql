AND c.region = :region
