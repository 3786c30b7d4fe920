CREATE TYPE "public"."file_scan" AS ENUM('none', 'pending', 'clean', 'found');--> statement-breakpoint
CREATE TABLE "file_tallies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_tallies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"files" bigint NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "scan" "file_scan" DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "scanned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "threat" text;--> statement-breakpoint
CREATE FUNCTION tally_attachments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO file_tallies (files, bytes)
    SELECT count(*) * TG_ARGV[0]::int, sum(bytes) * TG_ARGV[0]::int FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tally_added AFTER INSERT ON attachments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tally_attachments('1');--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON attachments REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tally_attachments('-1');
