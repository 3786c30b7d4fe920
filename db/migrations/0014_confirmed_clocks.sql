-- The clock of what waits for its customer to confirm their address stands still until they do, or until somebody gives
-- the request to a colleague all the same.
CREATE FUNCTION look_at_clocks_of_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE request_id IN (
    SELECT id FROM service_requests
    WHERE customer_id = NEW.id AND status IN ('pending', 'in_progress', 'on_hold'));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER confirmed_accounts_look_at_clocks AFTER UPDATE OF email_verified_at ON accounts
  FOR EACH ROW WHEN (OLD.email_verified_at IS DISTINCT FROM NEW.email_verified_at)
  EXECUTE FUNCTION look_at_clocks_of_customer();
--> statement-breakpoint
CREATE TRIGGER given_requests_look_at_clocks AFTER INSERT ON request_events
  FOR EACH ROW WHEN (NEW.kind::text = 'reassigned') EXECUTE FUNCTION look_at_clocks();
