-- migrate: each statement on its own
CREATE INDEX CONCURRENTLY IF NOT EXISTS "attachments_unscanned" ON "attachments" USING btree ("scan","id") WHERE scan in ('none', 'pending');--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "attachments_removed" ON "attachments" USING btree ("scanned_at") WHERE scan = 'found';--> statement-breakpoint
-- Counts all there are, instead of what the trigger has noted of them by now: one statement sees both at one moment.
WITH noted AS (DELETE FROM file_tallies)
INSERT INTO file_tallies (files, bytes) SELECT count(*), sum(bytes) FROM attachments HAVING count(*) > 0;
