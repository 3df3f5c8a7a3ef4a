-- Rides measure_code; an organization has dozens.
SELECT id, code, name, unit, direction, over_time, decimals, closed_at, version FROM measure WHERE org_id = :org ORDER BY code
