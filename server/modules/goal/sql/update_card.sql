UPDATE goal_card
SET supervisor_id = :supervisor_id, department_id = :department_id, position = :position, period = :period, period_from = :period_from,
    period_to = :period_to, customers = :customers, style = :style, reason = :reason, limits = :limits, rhythm = :rhythm, state = :state,
    person_signed_at = :person_signed_at, person_signed_hash = :person_signed_hash, person_signed_name = :person_signed_name, supervisor_signed_at = :supervisor_signed_at,
    supervisor_signed_hash = :supervisor_signed_hash, supervisor_signed_name = :supervisor_signed_name, self_summary = :self_summary,
    self_evaluated_at = :self_evaluated_at, supervisor_summary = :supervisor_summary, difficulty = :difficulty,
    difficulty_reason = :difficulty_reason, effort = :effort, effort_reason = :effort_reason, calculation = :calculation, score = :score,
    grade = :grade, evaluated_by_name = :evaluated_by_name, evaluated_at = :evaluated_at, talk = :talk, closed_at = :closed_at,
    answer = :answer, answer_note = :answer_note, answered_at = :answered_at, reply = :reply, replied_by_name = :replied_by_name,
    replied_at = :replied_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
