-- Rides commitment_title; missing places repeat the first title. Grouped: many things may have one title.
SELECT c.title, w.start_at, c.due_at, w.original_due_at, CAST(COUNT(*) AS bigint) AS count
FROM commitment c JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id
WHERE c.org_id = :org AND c.subject_type = 'work_item'
  AND c.title IN (:title1, :title2, :title3, :title4, :title5, :title6, :title7, :title8, :title9, :title10, :title11, :title12, :title13, :title14, :title15,
                          :title16, :title17, :title18, :title19, :title20, :title21, :title22, :title23, :title24, :title25, :title26, :title27, :title28, :title29,
                          :title30, :title31, :title32, :title33, :title34, :title35, :title36, :title37, :title38, :title39, :title40, :title41, :title42, :title43,
                          :title44, :title45, :title46, :title47, :title48, :title49, :title50)
GROUP BY c.title, w.start_at, c.due_at, w.original_due_at
