-- For the command line; walks the organization's sheets along target_sheet_listed.
SELECT id FROM target_sheet WHERE org_id = :org AND title = :title ORDER BY month_from DESC, id DESC LIMIT 2
