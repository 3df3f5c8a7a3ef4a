-- Rides date_proposal_open.
AND work_item_id = :work_item AND answer IS NULL
