-- A person's load is how many open requests they hold. The database counts, so no verb can forget to.
CREATE FUNCTION count_staff_load() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open CONSTANT status[] := ARRAY['pending', 'in_progress', 'on_hold']::status[];
  held uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = ANY (open) THEN OLD.assignee_id END;
  holds uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = ANY (open) THEN NEW.assignee_id END;
BEGIN
  IF held IS DISTINCT FROM holds THEN
    UPDATE staff SET open_requests = open_requests - 1 WHERE account_id = held;
    UPDATE staff SET open_requests = open_requests + 1, last_assigned_at = clock_timestamp() WHERE account_id = holds;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_staff_load_of_new AFTER INSERT ON service_requests
  FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL) EXECUTE FUNCTION count_staff_load();
--> statement-breakpoint
CREATE TRIGGER count_staff_load_of_changed AFTER UPDATE OF status, assignee_id ON service_requests
  FOR EACH ROW WHEN (OLD.assignee_id IS DISTINCT FROM NEW.assignee_id OR OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION count_staff_load();
--> statement-breakpoint
CREATE TRIGGER count_staff_load_of_deleted AFTER DELETE ON service_requests
  FOR EACH ROW WHEN (OLD.assignee_id IS NOT NULL) EXECUTE FUNCTION count_staff_load();
--> statement-breakpoint
-- Rows that every assignment rewrites stay on their page.
ALTER TABLE staff SET (fillfactor = 50);
