-- Sheets are few: confirmed along target_sheet_listed, as the other filters are.
AND lower(s.title || ' ' || COALESCE(e.name, '') || ' ' || COALESCE(d.name, '')) LIKE :word_1 ESCAPE '\'
AND lower(s.title || ' ' || COALESCE(e.name, '') || ' ' || COALESCE(d.name, '')) LIKE :word_2 ESCAPE '\'
AND lower(s.title || ' ' || COALESCE(e.name, '') || ' ' || COALESCE(d.name, '')) LIKE :word_3 ESCAPE '\'
