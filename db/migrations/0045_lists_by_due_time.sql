-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "clock_checks_by_due" ON "clock_checks" USING btree ("due_at","request_id") WHERE due_at is not null;--> statement-breakpoint
-- Only what is open, of all that ever was. The next look finds it.
UPDATE clock_checks SET due_at = '-infinity' WHERE due_at IS NULL AND request_id IN (
  SELECT id FROM service_requests WHERE status IN ('pending', 'in_progress', 'on_hold'));
