CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid,
	"api_key_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text,
	"home" "file_home" NOT NULL,
	"refusal" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_one_owner" CHECK (num_nonnulls("uploads"."account_id", "uploads"."api_key_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_one_home";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "uploaded_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "upload_id" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_of_account" ON "uploads" USING btree ("account_id") WHERE account_id is not null;--> statement-breakpoint
CREATE INDEX "uploads_of_key" ON "uploads" USING btree ("api_key_id") WHERE api_key_id is not null;--> statement-breakpoint
CREATE INDEX "uploads_by_time" ON "uploads" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_one_place" CHECK (num_nonnulls("attachments"."request_id", "attachments"."draft_id", "attachments"."open_draft_id", "attachments"."upload_id") = 1 and ("attachments"."upload_id" is not null or "attachments"."uploaded_by" is not null)) NOT VALID;--> statement-breakpoint
DROP TRIGGER attachments_of_nobody_deleted ON attachments;--> statement-breakpoint
CREATE TRIGGER attachments_of_nobody_deleted AFTER INSERT ON attachments
  FOR EACH ROW WHEN (NEW.uploaded_by IS NOT NULL) EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_deleted_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSIF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges', 'notifications', 'deliveries', 'notification_preferences', 'push_devices', 'inbound_mails', 'bounced_addresses', 'uploads')
    THEN holder := NEW.account_id;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER uploads_of_nobody_deleted AFTER INSERT ON uploads
  FOR EACH ROW WHEN (NEW.account_id IS NOT NULL) EXECUTE FUNCTION refuse_deleted_account();
