-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "attachments_by_home" ON "attachments" USING btree ("home","id");
