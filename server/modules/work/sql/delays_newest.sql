-- Rides delay_report_at.
ORDER BY r.at DESC, r.id DESC
