ALTER TYPE "public"."scope" ADD VALUE 'mails:write';--> statement-breakpoint
CREATE TABLE "bounced_addresses" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"status" text NOT NULL,
	"failed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"account_id" uuid,
	"request_id" uuid,
	"event_id" bigint,
	"sender" text,
	"subject" text,
	"text" text,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"raw" text,
	"danger" boolean DEFAULT false NOT NULL,
	"unfinished" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_mails_outcome" CHECK ("inbound_mails"."outcome" in ('sent', 'kept', 'dropped', 'bounced'))
);
--> statement-breakpoint
ALTER TABLE "bounced_addresses" ADD CONSTRAINT "bounced_addresses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_once" ON "inbound_mails" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "inbound_mails_kept" ON "inbound_mails" USING btree ("id") WHERE outcome = 'kept';--> statement-breakpoint
CREATE INDEX "inbound_mails_of_account" ON "inbound_mails" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_of_request" ON "inbound_mails" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_by_time" ON "inbound_mails" USING btree ("created_at");