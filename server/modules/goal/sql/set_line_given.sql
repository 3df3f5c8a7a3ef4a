UPDATE target_line SET given = :given WHERE org_id = :org AND sheet_id = :sheet AND side = :side AND no = :no
