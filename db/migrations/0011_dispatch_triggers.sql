ALTER TABLE "staff" DROP COLUMN "last_assigned_at";--> statement-breakpoint
CREATE SEQUENCE assignment_turns;
--> statement-breakpoint
INSERT INTO roster_versions DEFAULT VALUES;
--> statement-breakpoint
CREATE FUNCTION weight_of(priority) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE $1 WHEN 'emergency' THEN 4 WHEN 'high' THEN 2 ELSE 1 END
$$;
--> statement-breakpoint
-- Once for the work there is; from now on by the trigger below.
UPDATE staff SET (open_weight, open_emergencies) = (
  SELECT coalesce(sum(weight_of(priority)), 0), count(*) FILTER (WHERE priority = 'emergency') FROM service_requests
  WHERE assignee_id = staff.account_id AND status IN ('pending', 'in_progress', 'on_hold'));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_staff_load() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open CONSTANT status[] := ARRAY['pending', 'in_progress', 'on_hold']::status[];
  held uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = ANY (open) THEN OLD.assignee_id END;
  holds uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = ANY (open) THEN NEW.assignee_id END;
BEGIN
  IF held IS DISTINCT FROM holds THEN
    UPDATE staff SET open_requests = open_requests - 1, open_weight = open_weight - weight_of(OLD.priority),
      open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int WHERE account_id = held;
    UPDATE staff SET open_requests = open_requests + 1, open_weight = open_weight + weight_of(NEW.priority),
      open_emergencies = open_emergencies + (NEW.priority = 'emergency')::int, turn = nextval('assignment_turns')
      WHERE account_id = holds;
  ELSIF holds IS NOT NULL AND OLD.priority <> NEW.priority THEN
    UPDATE staff SET open_weight = open_weight - weight_of(OLD.priority) + weight_of(NEW.priority),
      open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int + (NEW.priority = 'emergency')::int
      WHERE account_id = holds;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER count_staff_load_of_changed ON service_requests;
--> statement-breakpoint
CREATE TRIGGER count_staff_load_of_changed AFTER UPDATE OF status, assignee_id, priority ON service_requests
  FOR EACH ROW WHEN (OLD.assignee_id IS DISTINCT FROM NEW.assignee_id OR OLD.status IS DISTINCT FROM NEW.status
    OR OLD.priority IS DISTINCT FROM NEW.priority)
  EXECUTE FUNCTION count_staff_load();
--> statement-breakpoint
-- Whatever decides who may be given what, save the load, gives the roster another version, by which those who have read
-- it know that they have to read it again.
CREATE FUNCTION renew_roster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE roster_versions SET version = gen_random_uuid();
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_staff_renew_roster AFTER INSERT OR DELETE OR UPDATE OF available, capacity, categories, levels,
  areas, shift_from, shift_until, on_call_from, on_call_until, absent_from, absent_until ON staff
  FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();
--> statement-breakpoint
CREATE TRIGGER changed_accounts_renew_roster AFTER UPDATE OF name, role, state ON accounts
  FOR EACH ROW WHEN (OLD.role <> 'customer' AND (OLD.name, OLD.role, OLD.state) IS DISTINCT FROM (NEW.name, NEW.role, NEW.state))
  EXECUTE FUNCTION renew_roster();
--> statement-breakpoint
CREATE TRIGGER changed_settings_renew_roster AFTER INSERT OR UPDATE OR DELETE ON settings
  FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();
