-- When the key is lost, over all organizations.
DELETE FROM second_factor
