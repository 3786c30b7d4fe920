CREATE TYPE "public"."dimension" AS ENUM('all', 'category', 'assignee', 'area');--> statement-breakpoint
CREATE TYPE "public"."target" AS ENUM('acknowledge', 'first_response', 'resolution');--> statement-breakpoint
CREATE TABLE "daily_counts" (
	"day" date NOT NULL,
	"dimension" "dimension" NOT NULL,
	"key" text NOT NULL,
	"received" integer NOT NULL,
	"resolved" integer NOT NULL,
	"acknowledge_kept" integer NOT NULL,
	"acknowledge_missed" integer NOT NULL,
	"first_response_kept" integer NOT NULL,
	"first_response_missed" integer NOT NULL,
	"resolution_kept" integer NOT NULL,
	"resolution_missed" integer NOT NULL,
	CONSTRAINT "daily_counts_dimension_day_key_pk" PRIMARY KEY("dimension","day","key")
);
--> statement-breakpoint
CREATE TABLE "daily_times" (
	"day" date NOT NULL,
	"dimension" "dimension" NOT NULL,
	"key" text NOT NULL,
	"target" "target" NOT NULL,
	"step" smallint NOT NULL,
	"requests" integer NOT NULL,
	CONSTRAINT "daily_times_dimension_day_key_target_step_pk" PRIMARY KEY("dimension","day","key","target","step")
);
--> statement-breakpoint
CREATE TABLE "days_to_count" (
	"day" date PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_progress" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"terms" text,
	"down_to" uuid,
	"finished" boolean DEFAULT false NOT NULL,
	CONSTRAINT "report_progress_only_one" CHECK ("report_progress"."only")
);
--> statement-breakpoint
CREATE TABLE "request_facts" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL,
	"resolved_on" date,
	"category" "category" NOT NULL,
	"assignee_id" uuid,
	"area" text NOT NULL,
	"acknowledge_time" integer,
	"first_response_time" integer,
	"resolution_time" integer,
	"acknowledge_kept" boolean,
	"first_response_kept" boolean,
	"resolution_kept" boolean,
	"overdue" boolean NOT NULL,
	"look_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "facts_received" ON "request_facts" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "facts_resolved" ON "request_facts" USING btree ("resolved_on") WHERE resolved_on is not null;--> statement-breakpoint
CREATE INDEX "facts_received_of_category" ON "request_facts" USING btree ("category","received_on");--> statement-breakpoint
CREATE INDEX "facts_resolved_of_category" ON "request_facts" USING btree ("category","resolved_on") WHERE resolved_on is not null;--> statement-breakpoint
CREATE INDEX "facts_received_of_assignee" ON "request_facts" USING btree ("assignee_id","received_on");--> statement-breakpoint
CREATE INDEX "facts_resolved_of_assignee" ON "request_facts" USING btree ("assignee_id","resolved_on") WHERE resolved_on is not null;--> statement-breakpoint
CREATE INDEX "facts_overdue" ON "request_facts" USING btree ("assignee_id","category") WHERE overdue;--> statement-breakpoint
CREATE INDEX "facts_to_look_at" ON "request_facts" USING btree ("look_at") WHERE look_at is not null;--> statement-breakpoint
INSERT INTO "report_progress" DEFAULT VALUES;--> statement-breakpoint
CREATE FUNCTION note_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_changes (request_id) VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER requests_are_counted_again AFTER INSERT OR UPDATE OR DELETE ON service_requests FOR EACH ROW EXECUTE FUNCTION note_report_change();
