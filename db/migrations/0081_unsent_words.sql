CREATE TABLE "unsent_words" (
	"account_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"version" bigint NOT NULL,
	"window" text,
	"turn" bigint,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unsent_words_account_id_request_id_kind_pk" PRIMARY KEY("account_id","request_id","kind")
);
--> statement-breakpoint
ALTER TABLE "unsent_words" ADD CONSTRAINT "unsent_words_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsent_words" ADD CONSTRAINT "unsent_words_request_id_service_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsent_words_of_request" ON "unsent_words" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "unsent_words_by_change" ON "unsent_words" USING btree ("updated_at");--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_deleted_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSIF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges', 'notifications', 'deliveries', 'notification_preferences', 'push_devices', 'inbound_mails', 'bounced_addresses', 'uploads', 'unsent_words')
    THEN holder := NEW.account_id;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER unsent_words_of_nobody_deleted AFTER INSERT ON unsent_words
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
