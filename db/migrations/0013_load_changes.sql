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
-- Decisions named everybody by number, in a list for each reason. Now each number has one letter, at its place.
WITH fates AS (
  SELECT d.id, others.fate, number.value::int AS number
  FROM assignment_decisions d
    CROSS JOIN LATERAL (
      SELECT 'behind' AS fate, d.decision -> 'behind' AS numbers
      UNION ALL SELECT key, value FROM json_each(d.decision -> 'out')) others
    CROSS JOIN LATERAL json_array_elements_text(others.numbers) number
), letters AS (
  SELECT place.id, string_agg(coalesce(
      CASE fate WHEN 'behind' THEN 'b' WHEN 'away' THEN 'w' WHEN 'absent' THEN 'a' WHEN 'off_shift' THEN 's'
        WHEN 'unskilled' THEN 'u' WHEN 'level' THEN 'l' WHEN 'area' THEN 'p' WHEN 'offered' THEN 'o' WHEN 'full' THEN 'f' END,
      '.'), '' ORDER BY place.number) AS fates
  FROM (SELECT id, generate_series(1, max(number)) AS number FROM fates GROUP BY id) place
    LEFT JOIN fates ON fates.id = place.id AND fates.number = place.number
  GROUP BY place.id
)
UPDATE assignment_decisions d SET decision =
  (d.decision::jsonb - 'behind' - 'out' || jsonb_build_object('fates', coalesce((SELECT fates FROM letters WHERE letters.id = d.id), '')))::json;
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
