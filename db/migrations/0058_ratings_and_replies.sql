CREATE TABLE "canned_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "follow_up_of" uuid;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "rating" smallint;--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "rated_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_by_name" ON "canned_replies" USING btree (lower("name"));