INSERT INTO goal_check_in (org_id, id, card_id, item_id, number, at, by_name, actual, finding, confidence, obstacle, help, catch_up, target, expected, against_line,
  completion, next_at, acknowledged_at, acknowledged_by_name, answer)
VALUES (:org, :id, :card_id, :item_id, :number, :at, :by_name, :actual, :finding, :confidence, :obstacle, :help, :catch_up, :target, :expected,
  :against_line, :completion, :next_at, :acknowledged_at, :acknowledged_by_name, :answer)
