-- Rides setup_link_age.
DELETE FROM setup_link WHERE expires_at < :before
