-- Rides outreach_ended, or outreach_owner.
SELECT r.contacts AS touch_number, r.outcome AS "end", COUNT(*) AS cases
FROM outreach_record r
WHERE r.org_id = :org AND r.ended_at >= :from AND r.ended_at < :until
