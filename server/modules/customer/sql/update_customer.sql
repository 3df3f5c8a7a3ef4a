UPDATE customer SET number = :number, name = :name, name_key = :name_key, name_pairs = :name_pairs, sort_key = :sort_key, tier = :tier, state = :state,
                    industry = :industry, region = :region, address = :address, account_manager_id = :account_manager_id, department_id = :department_id,
                    parent_id = :parent_id, note = :note, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
