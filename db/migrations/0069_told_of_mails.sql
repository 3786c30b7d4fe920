-- migrate: each statement on its own
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "deliveries_of_mail" ON "deliveries" USING btree ("mail_id","account_id","channel") WHERE mail_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "notifications_of_mail" ON "notifications" USING btree ("mail_id","account_id") WHERE mail_id is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "notifications_changed" ON "notifications" USING btree ("changed_in") WHERE changed_in is not null;
