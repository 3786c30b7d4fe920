-- migrate: each statement on its own
DROP INDEX CONCURRENTLY IF EXISTS "requests_joined";--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_leads" ON "service_requests" USING btree ("id") WHERE priority = 'emergency' and joined_to is null and status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_of_lead" ON "service_requests" USING btree ("joined_to","id") WHERE joined_to is not null;