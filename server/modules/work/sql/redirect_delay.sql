UPDATE delay_report SET approver_id = :approver WHERE org_id = :org AND id = :id
