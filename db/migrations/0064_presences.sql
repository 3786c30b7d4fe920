CREATE UNLOGGED TABLE "presences" (
	"request_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"doing" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "presences_request_id_account_id_page_pk" PRIMARY KEY("request_id","account_id","page")
);
--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presences_by_end" ON "presences" USING btree ("until");