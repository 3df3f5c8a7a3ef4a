DELETE FROM target_line WHERE org_id = :org AND sheet_id = :sheet AND side = :side AND no = :no
