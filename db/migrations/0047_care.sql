ALTER TYPE "public"."scope" ADD VALUE 'needs:read';--> statement-breakpoint
CREATE TABLE "premises_to_forget" (
	"premises_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_care" ADD COLUMN "notes_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_care" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_care" ADD COLUMN "may_contact" boolean;--> statement-breakpoint
ALTER TABLE "customer_care" ADD COLUMN "may_contact_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_premises" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "premises_to_forget" ADD CONSTRAINT "premises_to_forget_premises_id_premises_id_fk" FOREIGN KEY ("premises_id") REFERENCES "public"."premises"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Whichever version deletes an account, and whoever writes at the same time.
CREATE FUNCTION forget_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM homes_to_link WHERE account_id = NEW.id;
  DELETE FROM customer_care WHERE customer_id = NEW.id;
  WITH gone AS (DELETE FROM customer_premises WHERE customer_id = NEW.id RETURNING premises_id)
    INSERT INTO premises_to_forget (premises_id) SELECT DISTINCT premises_id FROM gone ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER deleted_customers_are_forgotten AFTER UPDATE OF state ON accounts FOR EACH ROW WHEN (NEW.state = 'deleted' AND OLD.state <> 'deleted') EXECUTE FUNCTION forget_customer();
--> statement-breakpoint
CREATE TRIGGER care_for_nobody_deleted AFTER INSERT ON customer_care FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER homes_of_nobody_deleted AFTER INSERT ON customer_premises FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE FUNCTION note_left_premises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO premises_to_forget (premises_id) VALUES (OLD.premises_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER deleted_requests_leave_premises AFTER DELETE ON service_requests FOR EACH ROW WHEN (OLD.premises_id IS NOT NULL) EXECUTE FUNCTION note_left_premises();
--> statement-breakpoint
CREATE TRIGGER erased_requests_leave_premises AFTER UPDATE OF premises ON service_requests FOR EACH ROW WHEN (OLD.premises_id IS NOT NULL AND NEW.premises ->> 'line1' = '(erased)') EXECUTE FUNCTION note_left_premises();
--> statement-breakpoint
-- A link to the record of its premises changes nothing that is counted of a request.
CREATE OR REPLACE TRIGGER requests_are_counted_again AFTER INSERT OR DELETE ON service_requests FOR EACH ROW EXECUTE FUNCTION note_report_change();
--> statement-breakpoint
CREATE TRIGGER changed_requests_are_counted_again AFTER UPDATE ON service_requests FOR EACH ROW WHEN (NEW.premises_id IS NOT DISTINCT FROM OLD.premises_id OR NEW.updated_at <> OLD.updated_at) EXECUTE FUNCTION note_report_change();
