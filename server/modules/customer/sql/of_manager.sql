AND c.account_manager_id = :manager
