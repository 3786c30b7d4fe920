-- Whatever a clock of a service level hears of makes somebody look at the request again. The kinds are compared as text:
-- those that are new cannot be used as such before the transaction that adds them is over.
CREATE FUNCTION look_at_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO clock_checks (request_id, check_at) SELECT id, now() FROM service_requests WHERE id = NEW.request_id
    ON CONFLICT (request_id) DO UPDATE SET check_at = excluded.check_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_look_at_clocks AFTER INSERT ON request_events
  FOR EACH ROW WHEN (NEW.kind::text IN ('filed', 'acknowledged', 'moved')) EXECUTE FUNCTION look_at_clocks();
--> statement-breakpoint
CREATE FUNCTION look_at_changed_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE request_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_requests_look_at_clocks AFTER UPDATE OF priority, category ON service_requests
  FOR EACH ROW WHEN (OLD.priority <> NEW.priority OR OLD.category <> NEW.category) EXECUTE FUNCTION look_at_changed_clocks();
--> statement-breakpoint
-- What is promised, and when the utility works, moves every moment at which there is something to say.
CREATE FUNCTION look_at_all_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE check_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_holidays_look_at_clocks AFTER INSERT OR UPDATE OR DELETE ON holidays
  FOR EACH STATEMENT EXECUTE FUNCTION look_at_all_clocks();
--> statement-breakpoint
CREATE TRIGGER changed_settings_look_at_clocks AFTER INSERT OR UPDATE ON settings
  FOR EACH ROW WHEN (NEW.name = 'serviceLevels') EXECUTE FUNCTION look_at_all_clocks();
--> statement-breakpoint
-- What was over before anybody watched is late for nobody.
INSERT INTO clock_checks (request_id, check_at)
SELECT id, now() FROM service_requests WHERE status IN ('pending', 'in_progress', 'on_hold') ON CONFLICT DO NOTHING;
