-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "accounts_deleted" ON "accounts" USING btree ("id") WHERE state = 'deleted';