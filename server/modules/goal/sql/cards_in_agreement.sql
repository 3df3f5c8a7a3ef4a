-- Of mine and of whom I supervise, those where somebody's word is next.
AND k.id IN (
  SELECT a.id FROM goal_card a WHERE a.org_id = :org AND a.person_id = :me AND a.state IN ('proposed', 'negotiating', 'self_evaluated', 'evaluated')
  UNION SELECT b.id FROM goal_card b WHERE b.org_id = :org AND b.supervisor_id = :me AND b.state IN ('proposed', 'negotiating', 'self_evaluated', 'evaluated'))
ORDER BY k.period_from, k.id LIMIT 100
