-- In two steps, since a default that differs from row to row would rewrite the table.
ALTER TABLE "request_events" ADD COLUMN "transaction_id" xid8;--> statement-breakpoint
ALTER TABLE "request_events" ALTER COLUMN "transaction_id" SET DEFAULT pg_current_xact_id();
