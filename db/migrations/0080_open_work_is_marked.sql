-- migrate: in batches
UPDATE request_search SET kinds = kinds || '{open}' WHERE request_id IN (
  SELECT id FROM service_requests r JOIN request_search s ON s.request_id = r.id
  WHERE r.status IN ('pending', 'in_progress', 'on_hold') AND NOT s.kinds @> '{open}'
  LIMIT 2000);
