-- Rides date_proposal_item.
AND work_item_id = :work_item ORDER BY at, id
