-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "request_search_grams" ON "request_search" USING gin ((search_grams("text") || "kinds")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "customer_search_grams" ON "customer_search" USING gin (search_grams("text"));
--> statement-breakpoint
-- The planner has no use for them, and to gather them takes longer than to make the index of the same rows.
ALTER INDEX "request_search_grams" ALTER COLUMN 1 SET STATISTICS 0;--> statement-breakpoint
ALTER INDEX "customer_search_grams" ALTER COLUMN 1 SET STATISTICS 0;
