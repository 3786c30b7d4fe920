-- migrate: in batches
UPDATE request_search SET kinds = kinds || '{danger}' WHERE request_id IN (
  SELECT id FROM service_requests r JOIN request_search s ON s.request_id = r.id
  WHERE NOT s.kinds @> '{danger}' AND (r.priority = 'emergency' OR EXISTS (SELECT FROM danger_checks c WHERE c.request_id = r.id))
  LIMIT 2000);
