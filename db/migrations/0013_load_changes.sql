ALTER TABLE "staff" ADD COLUMN "load_change" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "staff_by_load_change" ON "staff" USING btree ("load_change");--> statement-breakpoint
-- Numbers in the order in which changes become visible: whoever draws one holds the assignment lock until then. Most
-- hold it already; who does not, and has locked what an assignment waits for, ends as a deadlock rather than unseen.
CREATE FUNCTION number_load_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7461001);
  NEW.load_change := nextval('assignment_turns');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_loads_are_numbered BEFORE UPDATE OF open_requests, open_weight, open_emergencies, turn ON staff
  FOR EACH ROW EXECUTE FUNCTION number_load_change();
--> statement-breakpoint
CREATE TRIGGER emptied_staff_renew_roster AFTER TRUNCATE ON staff FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();
--> statement-breakpoint
-- As before, but nothing is looked for on behalf of nobody.
CREATE OR REPLACE FUNCTION count_staff_load() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open CONSTANT status[] := ARRAY['pending', 'in_progress', 'on_hold']::status[];
  held uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = ANY (open) THEN OLD.assignee_id END;
  holds uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = ANY (open) THEN NEW.assignee_id END;
BEGIN
  IF held IS DISTINCT FROM holds THEN
    IF held IS NOT NULL THEN
      UPDATE staff SET open_requests = open_requests - 1, open_weight = open_weight - weight_of(OLD.priority),
        open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int WHERE account_id = held;
    END IF;
    IF holds IS NOT NULL THEN
      UPDATE staff SET open_requests = open_requests + 1, open_weight = open_weight + weight_of(NEW.priority),
        open_emergencies = open_emergencies + (NEW.priority = 'emergency')::int, turn = nextval('assignment_turns')
        WHERE account_id = holds;
    END IF;
  ELSIF holds IS NOT NULL AND OLD.priority <> NEW.priority THEN
    UPDATE staff SET open_weight = open_weight - weight_of(OLD.priority) + weight_of(NEW.priority),
      open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int + (NEW.priority = 'emergency')::int
      WHERE account_id = holds;
  END IF;
  RETURN NULL;
END $$;
