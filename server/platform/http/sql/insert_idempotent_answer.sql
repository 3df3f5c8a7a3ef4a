INSERT INTO idempotent_answer (org_id, user_id, key, request_hash, status, headers, body, at)
VALUES (:org, :user, :key, :request_hash, :status, :headers, :body, :at)
