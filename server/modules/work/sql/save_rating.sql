INSERT INTO requester_rating (org_id, work_item_id, rating, words, rated_at, changed_at)
VALUES (:org, :work_item, :rating, :words, :rated_at, :changed_at)
ON CONFLICT (org_id, work_item_id)
DO UPDATE SET rating = excluded.rating, words = excluded.words, rated_at = excluded.rated_at, changed_at = excluded.changed_at
