-- Who takes over what somebody has in hand, one row for each sort of thing; without successor it ends.
CREATE TABLE succession (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  holding text NOT NULL,
  successor_id uuid,
  note text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, employee_id, holding)
);
-- Finds those who have left of late.
CREATE INDEX employee_leaving ON employee (org_id, leave_date, id) WHERE leave_date IS NOT NULL;
-- Whose departments have to be given to somebody else.
CREATE INDEX department_manager ON department (org_id, manager_id) WHERE manager_id IS NOT NULL;
