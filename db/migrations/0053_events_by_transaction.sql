-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "events_by_transaction" ON "request_events" USING btree ("transaction_id") WHERE transaction_id is not null;
