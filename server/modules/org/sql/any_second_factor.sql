-- Once at the start, over all organizations.
SELECT user_id FROM second_factor LIMIT 1
