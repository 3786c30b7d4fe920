-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_changed_of_customer" ON "service_requests" USING btree ("customer_id","updated_at","id","category","priority","status","assignee_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_changed_of_assignee" ON "service_requests" USING btree ("assignee_id","updated_at","id","category","priority","status");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_changed_by_kind" ON "service_requests" USING btree ("category","priority","status","updated_at","id");--> statement-breakpoint
-- A request that no longer waits for its customer to confirm their address has changed.
CREATE OR REPLACE FUNCTION release_unconfirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE service_requests SET unconfirmed = false, updated_at = now() WHERE customer_id = NEW.id AND unconfirmed;
  RETURN NULL;
END $$;
