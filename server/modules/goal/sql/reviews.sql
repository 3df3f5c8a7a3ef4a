SELECT r.id, r.kind, r.held_on, r.participants, r.findings, r.causes, r.by_name, r.at,
       (SELECT COUNT(*) FROM goal_review_card n WHERE n.org_id = r.org_id AND n.review_id = r.id) AS cards
FROM goal_review r
WHERE r.org_id = :org
