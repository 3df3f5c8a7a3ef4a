-- Rides outreach_once.
SELECT contacts FROM outreach_record WHERE org_id = :org AND campaign = :campaign AND counterpart = :counterpart LIMIT 1
