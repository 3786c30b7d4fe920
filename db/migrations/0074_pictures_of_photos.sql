CREATE TYPE "public"."picture_size" AS ENUM('small', 'large');--> statement-breakpoint
CREATE TYPE "public"."picture_state" AS ENUM('made', 'none');--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attachment_id" uuid NOT NULL,
	"size" "picture_size" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"home" "file_home" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "picture" "picture_state";--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_by_attachment" ON "pictures" USING btree ("attachment_id","size");--> statement-breakpoint
CREATE INDEX "pictures_by_home" ON "pictures" USING btree ("home","id");
