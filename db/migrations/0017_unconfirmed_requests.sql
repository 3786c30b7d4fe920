ALTER TABLE "service_requests" ADD COLUMN "unconfirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "requests_queued" ON "service_requests" USING btree ("priority","id") WHERE assignee_id is null and not unconfirmed and status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
-- Deleting an account took this along, by which its requests would seem to have waited for it all the time.
UPDATE accounts SET email_verified_at = created_at WHERE state = 'deleted' AND email_verified_at IS NULL;
--> statement-breakpoint
UPDATE service_requests r SET unconfirmed = true FROM accounts c
WHERE c.id = r.customer_id AND c.email_verified_at IS NULL AND r.priority <> 'emergency';
--> statement-breakpoint
-- Whatever is no emergency waits for its customer to confirm their address. Known here, so that it is true whoever files.
CREATE FUNCTION note_unconfirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.unconfirmed := EXISTS (SELECT FROM accounts WHERE id = NEW.customer_id AND email_verified_at IS NULL);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER requests_note_unconfirmed BEFORE INSERT ON service_requests
  FOR EACH ROW WHEN (NEW.priority <> 'emergency') EXECUTE FUNCTION note_unconfirmed();
--> statement-breakpoint
CREATE FUNCTION release_unconfirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE service_requests SET unconfirmed = false WHERE customer_id = NEW.id AND unconfirmed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER confirmed_accounts_release_requests AFTER UPDATE OF email_verified_at ON accounts
  FOR EACH ROW WHEN (NEW.email_verified_at IS NOT NULL) EXECUTE FUNCTION release_unconfirmed();
