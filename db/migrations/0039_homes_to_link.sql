-- migrate: in batches
INSERT INTO homes_to_link (account_id)
SELECT id FROM accounts a WHERE role = 'customer' AND premises IS NOT NULL
  AND NOT EXISTS (SELECT FROM homes_to_link h WHERE h.account_id = a.id)
  AND NOT EXISTS (SELECT FROM customer_premises c WHERE c.customer_id = a.id)
ORDER BY id LIMIT 5000;
