-- Who signed as the person, under the name they had: the card may pass to somebody else.
ALTER TABLE goal_card ADD COLUMN person_signed_name text;
UPDATE goal_card SET person_signed_name = (SELECT p.name FROM employee p WHERE p.org_id = goal_card.org_id AND p.id = goal_card.person_id)
WHERE person_signed_at IS NOT NULL;
-- A look without a number: what was said before is held against today's line.
UPDATE goal_item SET actual_at = NULL
WHERE rollup = 'by_hand' AND target IS NOT NULL AND actual_at < (SELECT MAX(c.at) FROM goal_check_in c WHERE c.org_id = goal_item.org_id AND c.item_id = goal_item.id);
