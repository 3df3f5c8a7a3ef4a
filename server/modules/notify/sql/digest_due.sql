-- People with an account whose hour has come and who had none today.
SELECT e.id FROM user_account u
JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
LEFT JOIN notice_choice c ON c.org_id = e.org_id AND c.employee_id = e.id
LEFT JOIN digest_mark m ON m.org_id = e.org_id AND m.employee_id = e.id
WHERE u.org_id = :org AND u.disabled_at IS NULL AND (e.leave_date IS NULL OR e.leave_date >= :today) AND COALESCE(c.digest_at, :usual) <= :time
  AND (m.date IS NULL OR m.date < :today)
ORDER BY e.id LIMIT 200
