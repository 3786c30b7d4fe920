ALTER TYPE "public"."scope" ADD VALUE 'notes:read';--> statement-breakpoint
ALTER TYPE "public"."link_purpose" ADD VALUE 'change_email';--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"caller" text NOT NULL,
	"key" text NOT NULL,
	"call_hash" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"status" integer,
	"location" text,
	"body" text,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_caller_key_pk" PRIMARY KEY("caller","key")
);--> statement-breakpoint
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_one_home";--> statement-breakpoint
ALTER TABLE "mailed_links" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "open_draft_id" uuid;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "external_reference" text;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "external_source" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "rotated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_customer_id_accounts_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_of_customer" ON "drafts" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_expiry" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_open_draft_id_drafts_id_fk" FOREIGN KEY ("open_draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_one_home" CHECK (num_nonnulls("attachments"."request_id", "attachments"."draft_id", "attachments"."open_draft_id") = 1) NOT VALID;
