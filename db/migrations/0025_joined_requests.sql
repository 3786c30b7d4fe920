-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "requests_joined" ON "service_requests" USING btree ("joined_to") WHERE joined_to is not null;
