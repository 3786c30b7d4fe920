ALTER TABLE "service_requests" ADD COLUMN "unconfirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "requests_queued" ON "service_requests" USING btree ("priority","id") WHERE assignee_id is null and not unconfirmed and status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
UPDATE service_requests r SET unconfirmed = true FROM accounts c
WHERE c.id = r.customer_id AND c.email_verified_at IS NULL AND r.priority <> 'emergency';
--> statement-breakpoint
-- Deleting an account took this along, by which its requests would seem to have waited for it all the time.
UPDATE accounts SET email_verified_at = created_at WHERE state = 'deleted' AND email_verified_at IS NULL;
