CREATE TYPE "public"."duty" AS ENUM('shift', 'on_call');--> statement-breakpoint
CREATE TYPE "public"."rung" AS ENUM('qualified', 'supervisor', 'supervisors');--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'acknowledged' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'escalated' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'warned' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'breached' BEFORE 'deleted';--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_take_time" CHECK ("absences"."starts_at" < "absences"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "assignment_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assignment_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"decision" json NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_checks" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"check_at" timestamp (3) with time zone,
	"warned" text[] DEFAULT '{}' NOT NULL,
	"breached" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergencies" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"rung" "rung" NOT NULL,
	"offered_to" uuid,
	"offered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"offer" integer DEFAULT 1 NOT NULL,
	"offered" uuid[] NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_versions" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "roster_versions_one_row" CHECK ("roster_versions"."id")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"duty" "duty" NOT NULL,
	"weekday" smallint NOT NULL,
	"starts_at" time(0) NOT NULL,
	"ends_at" time(0) NOT NULL,
	CONSTRAINT "shifts_weekday" CHECK ("shifts"."weekday" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "levels" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "areas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "staff_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "open_weight" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "open_emergencies" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "turn" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "shift_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "shift_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "on_call_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "on_call_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "absent_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "absent_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_decisions" ADD CONSTRAINT "assignment_decisions_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_checks" ADD CONSTRAINT "clock_checks_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_offered_to_accounts_id_fk" FOREIGN KEY ("offered_to") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_acknowledged_by_accounts_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_account" ON "absences" USING btree ("account_id","ends_at");--> statement-breakpoint
CREATE INDEX "decisions_by_request" ON "assignment_decisions" USING btree ("request_id","id");--> statement-breakpoint
CREATE INDEX "clock_checks_due" ON "clock_checks" USING btree ("check_at") WHERE check_at is not null;--> statement-breakpoint
CREATE INDEX "emergencies_open" ON "emergencies" USING btree ("due_at") WHERE acknowledged_at is null;--> statement-breakpoint
CREATE INDEX "shifts_by_account" ON "shifts" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_number_unique" UNIQUE("number");