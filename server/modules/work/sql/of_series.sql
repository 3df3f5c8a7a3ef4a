-- Rides the primary key of work_series_item.
AND c.id IN (SELECT i.work_item_id FROM work_series_item i WHERE i.org_id = :org AND i.series_id = :series)
