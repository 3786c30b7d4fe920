CREATE OR REPLACE FUNCTION refresh_request_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever comes second waits here, and then sees in the next statement what the first has written.
  PERFORM FROM request_search WHERE request_id = ANY (ids) ORDER BY request_id FOR UPDATE;
  INSERT INTO request_search (request_id, text, kinds)
  SELECT r.id, ' ' || search_fold(concat_ws(' ', r.reference, replace(r.reference, '-', ''), r.title, a.name,
      premises_words(r.premises), r.external_reference, regexp_replace(r.external_reference, '[^[:alnum:]]', '', 'g'),
      a.email, search_digits(a.phone), search_digits(r.contact_phone), r.description)) || ' ',
    ARRAY['category:' || r.category, 'priority:' || r.priority]
      || CASE WHEN r.priority = 'emergency' OR EXISTS (SELECT FROM danger_checks c WHERE c.request_id = r.id) THEN ARRAY['danger'] END
      || CASE WHEN r.status IN ('pending', 'in_progress', 'on_hold') THEN ARRAY['open'] END
  FROM service_requests r JOIN accounts a ON a.id = r.customer_id WHERE r.id = ANY (ids)
  ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, kinds = excluded.kinds
    WHERE request_search.text <> excluded.text OR request_search.kinds <> excluded.kinds;
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_and_reopened_requests_are_found AFTER UPDATE OF status ON service_requests FOR EACH ROW
  WHEN ((OLD.status IN ('pending', 'in_progress', 'on_hold')) <> (NEW.status IN ('pending', 'in_progress', 'on_hold')))
  EXECUTE FUNCTION keep_request_search();
