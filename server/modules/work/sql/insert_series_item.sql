INSERT INTO work_series_item (org_id, series_id, occurrence, work_item_id) VALUES (:org, :series, :occurrence, :work_item)
