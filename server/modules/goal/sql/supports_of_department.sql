AND u.department_id = :department AND k.state <> 'draft' AND k.state <> 'closed'
ORDER BY u.asked_at DESC, u.id LIMIT 200
