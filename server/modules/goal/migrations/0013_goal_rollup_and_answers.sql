-- When the actual was said: it is held against the line of that day until the next look is due.
ALTER TABLE goal_item ADD COLUMN actual_at bigint;
UPDATE goal_item SET actual_at = (SELECT MAX(c.at) FROM goal_check_in c WHERE c.org_id = goal_item.org_id AND c.item_id = goal_item.id AND c.actual IS NOT NULL)
WHERE actual IS NOT NULL;
-- Where the actual comes from: said by hand, or worked out of the goals below.
ALTER TABLE goal_item ADD COLUMN rollup text NOT NULL DEFAULT 'by_hand'
  CONSTRAINT goal_item_rollup CHECK (rollup IN ('by_hand','sum','average','weighted'));
-- What the person says to the evaluation, and the supervisor to a question.
ALTER TABLE goal_card ADD COLUMN answer text CONSTRAINT goal_card_answer CHECK (answer IN ('agreed','questioned'));
ALTER TABLE goal_card ADD COLUMN answer_note text;
ALTER TABLE goal_card ADD COLUMN answered_at bigint;
ALTER TABLE goal_card ADD COLUMN reply text;
ALTER TABLE goal_card ADD COLUMN replied_by_name text;
ALTER TABLE goal_card ADD COLUMN replied_at bigint;
