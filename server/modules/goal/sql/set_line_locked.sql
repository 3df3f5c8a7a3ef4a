UPDATE target_line SET locked = :locked WHERE org_id = :org AND sheet_id = :sheet AND side = :side AND no = :no
