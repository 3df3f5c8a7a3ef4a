AND r.state = 'waiting' AND r.id IN (
  SELECT a.id FROM goal_revision a WHERE a.org_id = :org AND a.supervisor_id = :me AND a.state = 'waiting' AND a.supervisor_at IS NULL
  UNION SELECT b.id FROM goal_revision b WHERE b.org_id = :org AND b.parent_owner_id = :me AND b.state = 'waiting' AND b.parent_at IS NULL)
ORDER BY r.asked_at, r.id
