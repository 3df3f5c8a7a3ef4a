-- Rides outreach_ended from its end, or outreach_owner.
SELECT NULL AS commitment_id, NULL AS subject_type, NULL AS number, r.counterpart AS title, r.campaign, r.ended_at AS last_at
FROM outreach_record r
WHERE r.org_id = :org AND r.ended_at >= :from AND r.ended_at < :until AND r.contacts = :touch_number AND r.outcome = :wanted_end
