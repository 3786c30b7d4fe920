-- When open requests are due, as the last look at their clocks found. The first look at a new one is within a minute; until
-- then it stands first. Processes of the release before do not write this: what they have looked at is looked at again.
ALTER TABLE "clock_checks" ADD COLUMN "due_at" timestamp (3) with time zone;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION look_at_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO clock_checks (request_id, check_at, due_at) SELECT id, now(), '-infinity' FROM service_requests WHERE id = NEW.request_id
    ON CONFLICT (request_id) DO UPDATE SET check_at = excluded.check_at, due_at = coalesce(clock_checks.due_at, excluded.due_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION look_at_all_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE check_at IS NOT NULL OR due_at IS NOT NULL;
  RETURN NULL;
END $$;
