INSERT INTO goal_card (org_id, id, number, person_id, supervisor_id, department_id, position, period, period_from, period_to, customers, style, reason, limits, rhythm,
  state, person_signed_at, person_signed_hash, person_signed_name, supervisor_signed_at, supervisor_signed_hash, supervisor_signed_name, self_summary, self_evaluated_at,
  supervisor_summary, difficulty, difficulty_reason, effort, effort_reason, calculation, score, grade, evaluated_by_name, evaluated_at, talk,
  closed_at, copied_from, created_by_name, created_at, version)
VALUES (:org, :id, :number, :person_id, :supervisor_id, :department_id, :position, :period, :period_from, :period_to, :customers, :style, :reason, :limits,
  :rhythm, :state, :person_signed_at, :person_signed_hash, :person_signed_name, :supervisor_signed_at, :supervisor_signed_hash, :supervisor_signed_name, :self_summary,
  :self_evaluated_at, :supervisor_summary, :difficulty, :difficulty_reason, :effort, :effort_reason, :calculation, :score, :grade,
  :evaluated_by_name, :evaluated_at, :talk, :closed_at, :copied_from, :created_by_name, :created_at, :version)
