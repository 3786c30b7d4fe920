-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "attachments_without_picture" ON "attachments" USING btree ("id") WHERE picture is null;
