-- Rides delay_report_approver. Nobody's are for whoever may assign the item.
AND r.state = 'waiting'
AND (r.approver_id IN (:approver1, :approver2, :approver3, :approver4, :approver5, :approver6, :approver7, :approver8) OR (r.approver_id IS NULL
