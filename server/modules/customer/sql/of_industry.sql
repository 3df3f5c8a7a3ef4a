AND c.industry = :industry
