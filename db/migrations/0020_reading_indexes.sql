-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "emergencies_unacknowledged" ON "emergencies" USING btree ("request_id") WHERE acknowledged_at is null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_by_type_and_action" ON "audit_entries" USING btree ("subject_type","action","created_at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_of_actor" ON "audit_entries" USING btree ("actor_id","created_at","id","action","subject_type");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_of_key" ON "audit_entries" USING btree ("api_key_id","created_at","id","action","subject_type") WHERE "audit_entries"."api_key_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_deleted_requests" ON "audit_entries" USING btree (("data" ->> 'customerId')) WHERE action = 'request.deleted';--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_of_customer" ON "service_requests" USING btree ("customer_id","id","category","priority","status","assignee_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_of_assignee" ON "service_requests" USING btree ("assignee_id","id","category","priority","status");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_by_kind" ON "service_requests" USING btree ("category","priority","status","id");
