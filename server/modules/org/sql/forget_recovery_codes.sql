-- When the key is lost, over all organizations.
DELETE FROM recovery_code
