-- A phone or e-mail finds only those whose phone and e-mail the asker may see.
AND (e.id IN (SELECT t.subject_id FROM search_entry t
              WHERE t.tokens @@ CAST(:match AS tsquery) AND t.org_id = :org AND t.subject_type = 'employee'
                AND t.text LIKE :word_1 ESCAPE '\' AND t.text LIKE :word_2 ESCAPE '\' AND t.text LIKE :word_3 ESCAPE '\')
     OR ((:sees_contacts OR e.id = :me OR e.department_id = :my_department)
         AND e.id IN (SELECT t.subject_id FROM search_entry t
                      WHERE t.tokens @@ CAST(:match AS tsquery) AND t.org_id = :org AND t.subject_type = 'employee_contact'
                        AND t.text LIKE :word_1 ESCAPE '\' AND t.text LIKE :word_2 ESCAPE '\' AND t.text LIKE :word_3 ESCAPE '\')))
