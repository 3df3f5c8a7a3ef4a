AND s.month_from >= :first_month AND s.month_from <= :last_month
