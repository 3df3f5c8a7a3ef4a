SELECT k.id, k.number, k.person_id, k.supervisor_id, k.department_id, k.position, k.period, k.period_from, k.period_to, k.customers, k.style,
       k.reason, k.limits, k.rhythm, k.state, k.person_signed_at, k.person_signed_hash, k.person_signed_name, k.supervisor_signed_at, k.supervisor_signed_hash,
       k.supervisor_signed_name, k.self_summary, k.self_evaluated_at, k.supervisor_summary, k.difficulty, k.difficulty_reason, k.effort,
       k.effort_reason, k.calculation, k.score, k.grade, k.evaluated_by_name, k.evaluated_at, k.talk, k.closed_at, k.copied_from, k.created_by_name,
       k.created_at, k.version, k.answer, k.answer_note, k.answered_at, k.reply, k.replied_by_name, k.replied_at,
       p.name AS person_name, s.name AS supervisor_name, d.name AS department_name
FROM goal_card k
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
LEFT JOIN employee s ON s.org_id = k.org_id AND s.id = k.supervisor_id
LEFT JOIN department d ON d.org_id = k.org_id AND d.id = k.department_id
WHERE k.org_id = :org
