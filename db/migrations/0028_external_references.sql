-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "attachments_by_open_draft" ON "attachments" USING btree ("open_draft_id");--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "requests_by_external_reference" ON "service_requests" USING btree ("external_source","external_reference") WHERE external_reference is not null;--> statement-breakpoint
ALTER TABLE "attachments" VALIDATE CONSTRAINT "attachments_open_draft_id_drafts_id_fk";--> statement-breakpoint
ALTER TABLE "attachments" VALIDATE CONSTRAINT "attachments_one_home";
