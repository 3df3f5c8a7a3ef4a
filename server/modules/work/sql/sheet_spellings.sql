-- What a sheet needs beside the list's lines. Missing places repeat the first id.
SELECT w.id, w.source, w.written_start, w.written_due, p.written AS planned_first, f.next_follow_up_at AS last_next_at, f.written_next AS last_next_written
FROM work_item w
JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
LEFT JOIN follow_up f ON f.org_id = c.org_id AND f.id = c.last_follow_up_id
LEFT JOIN planned_first_follow_up p ON p.org_id = w.org_id AND p.work_item_id = w.id
WHERE w.org_id = :org AND w.id IN (:id1, :id2, :id3, :id4, :id5, :id6, :id7, :id8, :id9, :id10, :id11, :id12, :id13, :id14, :id15, :id16, :id17, :id18, :id19, :id20, :id21,
                                        :id22, :id23, :id24, :id25, :id26, :id27, :id28, :id29, :id30, :id31, :id32, :id33, :id34, :id35, :id36, :id37, :id38, :id39, :id40, :id41,
                                        :id42, :id43, :id44, :id45, :id46, :id47, :id48, :id49, :id50)
