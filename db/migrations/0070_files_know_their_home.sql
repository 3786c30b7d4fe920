CREATE TYPE "public"."file_home" AS ENUM('disk', 's3');--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "home" "file_home" DEFAULT 'disk' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "sha256" text;