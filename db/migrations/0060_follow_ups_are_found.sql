-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "events_proposed" ON "request_events" USING btree ("request_id","id") WHERE kind = 'proposed';--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_follow_ups" ON "service_requests" USING btree ("follow_up_of","id") WHERE follow_up_of is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_rated" ON "service_requests" USING btree ("rated_at","category","assignee_id","rating") WHERE rating is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_settled" ON "service_requests" USING btree ("updated_at","id") WHERE status = 'resolved';