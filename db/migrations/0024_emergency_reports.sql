CREATE TYPE "public"."danger_check_outcome" AS ENUM('danger', 'no_danger', 'unanswered');--> statement-breakpoint
CREATE TYPE "public"."safety_check" AS ENUM('gas_smell', 'co_alarm', 'pipe_hit', 'vulnerable', 'none');--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'checked' BEFORE 'warned';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'joined' BEFORE 'warned';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'reported_again' BEFORE 'warned';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'separated' BEFORE 'warned';--> statement-breakpoint
CREATE TABLE "danger_checks" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"outcome" "danger_check_outcome",
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "emergency_notices" (
	"request_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emergency_notices_request_id_account_id_pk" PRIMARY KEY("request_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "filings_per_hour" integer DEFAULT 600 NOT NULL;--> statement-breakpoint
ALTER TABLE "emergencies" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "emergencies" ADD COLUMN "round_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "safety_check" "safety_check";--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "everyone_outside" boolean;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "anyone_unwell" boolean;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "joined_to" uuid;--> statement-breakpoint
ALTER TABLE "danger_checks" ADD CONSTRAINT "danger_checks_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "danger_checks" ADD CONSTRAINT "danger_checks_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_notices" ADD CONSTRAINT "emergency_notices_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_notices" ADD CONSTRAINT "emergency_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "danger_checks_open" ON "danger_checks" USING btree ("due_at") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "emergency_notices_of_account" ON "emergency_notices" USING btree ("account_id","sent_at");