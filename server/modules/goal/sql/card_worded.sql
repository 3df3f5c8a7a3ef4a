-- Rides goal_card_newest, newest first, and stops at the page's end.
AND (LOWER(k.number) LIKE :word ESCAPE '\' OR LOWER(p.name) LIKE :word ESCAPE '\' OR REPLACE(p.pinyin, ' ', '') LIKE :word ESCAPE '\' OR p.initials LIKE :word ESCAPE '\'
  OR LOWER(p.number) LIKE :word ESCAPE '\'
  OR EXISTS (SELECT 1 FROM goal_item t WHERE t.org_id = k.org_id AND t.card_id = k.id AND LOWER(t.what) LIKE :word ESCAPE '\'))
