CREATE TABLE "file_news" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_news_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid,
	"draft_id" uuid,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "file_news_by_transaction" ON "file_news" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "file_news_by_age" ON "file_news" USING btree ("created_at");--> statement-breakpoint
CREATE FUNCTION tally_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO file_tallies (files, bytes)
    SELECT 0, sum(bytes) * TG_ARGV[0]::int FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tally_added AFTER INSERT ON pictures REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tally_pictures('1');--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON pictures REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tally_pictures('-1');--> statement-breakpoint
-- There are none where no release has made any.
INSERT INTO file_tallies (files, bytes) SELECT 0, sum(bytes) FROM pictures HAVING count(*) > 0;
