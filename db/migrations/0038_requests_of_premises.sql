-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_of_premises" ON "service_requests" USING btree ("premises_id",(status in ('pending', 'in_progress', 'on_hold')),"id") WHERE premises_id is not null;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_without_premises" ON "service_requests" USING btree ("id") WHERE premises_id is null and premises ->> 'line1' <> '(erased)';
--> statement-breakpoint
ALTER TABLE "service_requests" VALIDATE CONSTRAINT "service_requests_premises_id_premises_id_fk";
