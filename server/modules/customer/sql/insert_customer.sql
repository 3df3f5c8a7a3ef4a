INSERT INTO customer (org_id, id, number, name, name_key, name_pairs, sort_key, tier, state, industry, region, address, account_manager_id, department_id,
                      parent_id, note, created_by_name, created_at, version)
VALUES (:org, :id, :number, :name, :name_key, :name_pairs, :sort_key, :tier, :state, :industry, :region, :address, :account_manager_id, :department_id,
        :parent_id, :note, :created_by_name, :created_at, 1)
