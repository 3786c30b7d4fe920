CREATE TYPE "public"."account_state" AS ENUM('active', 'waiting', 'disabled');--> statement-breakpoint
CREATE TYPE "public"."category" AS ENUM('gas_leak', 'carbon_monoxide_alarm', 'no_gas', 'meter_fault', 'meter_reading', 'new_connection', 'disconnection', 'reconnection', 'move', 'billing', 'safety_check', 'installation', 'maintenance', 'repair', 'complaint', 'other');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('customer', 'staff', 'supervisor', 'administrator');--> statement-breakpoint
CREATE TYPE "public"."contact_preference" AS ENUM('phone', 'email', 'text_message');--> statement-breakpoint
CREATE TYPE "public"."event_kind" AS ENUM('filed', 'assigned', 'unassigned', 'reassigned', 'noted', 'moved', 'attached', 'deleted');--> statement-breakpoint
CREATE TYPE "public"."priority" AS ENUM('emergency', 'high', 'normal', 'low');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('pending', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."session_kind" AS ENUM('browser', 'api');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role" "role" NOT NULL,
	"state" "account_state" DEFAULT 'active' NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"password_hash" text NOT NULL,
	"premises" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" "role" NOT NULL,
	"code_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"available" boolean DEFAULT false NOT NULL,
	"capacity" integer NOT NULL,
	"categories" "category"[] NOT NULL,
	"open_requests" integer DEFAULT 0 NOT NULL,
	"last_assigned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid,
	"draft_id" uuid,
	"uploaded_by" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_one_home" CHECK (num_nonnulls("attachments"."request_id", "attachments"."draft_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "request_drafts" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"answers" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "request_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"kind" "event_kind" NOT NULL,
	"actor_id" uuid,
	"data" jsonb NOT NULL,
	"visible_to_customer" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"assignee_id" uuid,
	"category" "category" NOT NULL,
	"priority" "priority" NOT NULL,
	"status" "status" DEFAULT 'pending' NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"premises" jsonb NOT NULL,
	"contact_preference" "contact_preference" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_requests_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" "session_kind" NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	"rotation" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_draft_id_request_drafts_customer_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."request_drafts"("customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_drafts" ADD CONSTRAINT "request_drafts_customer_id_accounts_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_actor_id_accounts_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_customer_id_accounts_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_assignee_id_accounts_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "accounts_name_words" ON "accounts" USING gin (to_tsvector('simple', "name"));--> statement-breakpoint
CREATE INDEX "attachments_by_request" ON "attachments" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "attachments_by_draft" ON "attachments" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "events_by_request" ON "request_events" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "requests_by_customer" ON "service_requests" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "requests_by_assignee" ON "service_requests" USING btree ("assignee_id","id");--> statement-breakpoint
CREATE INDEX "requests_by_status" ON "service_requests" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "requests_open_by_assignee" ON "service_requests" USING btree ("assignee_id","priority","id") WHERE status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
CREATE INDEX "requests_open" ON "service_requests" USING btree ("priority","id") WHERE status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "service_requests" USING btree ("priority","id") WHERE assignee_id is null and status in ('pending', 'in_progress', 'on_hold');--> statement-breakpoint
CREATE INDEX "requests_title_words" ON "service_requests" USING gin (to_tsvector('simple', "title"));--> statement-breakpoint
CREATE INDEX "sessions_by_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_by_end" ON "throttles" USING btree ("ends_at");