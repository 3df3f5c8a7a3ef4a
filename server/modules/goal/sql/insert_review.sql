INSERT INTO goal_review (org_id, id, kind, held_on, participants, findings, causes, by_name, at)
VALUES (:org, :id, :kind, :held_on, :participants, :findings, :causes, :by_name, :at)
