INSERT INTO target_line (org_id, sheet_id, side, no, employee_id, department_id, product_id, customer_id, measure_id, month_from, month_to, given, locked)
VALUES (:org, :sheet, :side, :no, :employee_id, :department_id, :product_id, :customer_id, :measure_id, :month_from, :month_to, :given, FALSE)
