-- What an item has beside it, counted first: most items have little, and their lists need not be asked for.
SELECT b.why, b.how, b.consequence, COALESCE(b.standard, '[]') AS standard, w.follow_on_of, f.number AS follow_on_number, f.title AS follow_on_title,
       (SELECT i.series_id FROM work_series_item i WHERE i.org_id = w.org_id AND i.work_item_id = w.id) AS series_id,
       (SELECT COUNT(*) FROM work_round r WHERE r.org_id = w.org_id AND r.work_item_id = w.id) AS rounds,
       (SELECT COUNT(*) FROM handoff_question q WHERE q.org_id = w.org_id AND q.work_item_id = w.id) AS questions,
       (SELECT COUNT(*) FROM date_proposal p WHERE p.org_id = w.org_id AND p.work_item_id = w.id) AS proposals,
       (SELECT COUNT(*) FROM delay_report e WHERE e.org_id = w.org_id AND e.work_item_id = w.id) AS delays,
       (SELECT COUNT(*) FROM lesson l WHERE l.org_id = w.org_id AND l.work_item_id = w.id) AS lessons,
       (SELECT COUNT(*) FROM work_hold h WHERE h.org_id = w.org_id AND h.work_item_id = w.id) AS holds,
       (SELECT COUNT(*) FROM work_item n WHERE n.org_id = w.org_id AND n.follow_on_of = w.id) AS follow_ons
FROM work_item w
LEFT JOIN work_brief b ON b.org_id = w.org_id AND b.work_item_id = w.id
LEFT JOIN commitment f ON f.org_id = w.org_id AND f.id = w.follow_on_of
WHERE w.org_id = :org AND w.id = :id
