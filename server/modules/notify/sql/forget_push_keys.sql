DELETE FROM push_key
