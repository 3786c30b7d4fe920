-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_open_of_customer" ON "service_requests" USING btree ("customer_id","priority","id") WHERE status in ('pending', 'in_progress', 'on_hold');
