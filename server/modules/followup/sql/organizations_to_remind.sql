-- Rides reminder_fires; nothing, mostly.
SELECT DISTINCT org_id FROM (SELECT org_id FROM reminder WHERE fires_at <= :now ORDER BY fires_at LIMIT :limit) due
