-- migrate: each statement on its own
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "attachments_by_upload" ON "attachments" USING btree ("upload_id") WHERE upload_id is not null;--> statement-breakpoint
ALTER TABLE "attachments" VALIDATE CONSTRAINT "attachments_upload_id_uploads_id_fk";--> statement-breakpoint
ALTER TABLE "attachments" VALIDATE CONSTRAINT "attachments_one_place";
