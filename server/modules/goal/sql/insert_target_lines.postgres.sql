INSERT INTO target_line (org_id, sheet_id, side, no, employee_id, department_id, product_id, customer_id, measure_id, month_from, month_to, given, locked)
SELECT :org, :sheet, :side, e.no, e.employee_id, e.department_id, e.product_id, e.customer_id, e.measure_id, e.month_from, e.month_to, e.given, FALSE
FROM json_to_recordset(CAST(:lines AS json)) AS e (no bigint, employee_id uuid, department_id uuid, product_id uuid, customer_id uuid, measure_id uuid,
                                                    month_from bigint, month_to bigint, given bigint)
