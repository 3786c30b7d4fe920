ALTER TABLE "emergencies" ADD COLUMN "told_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "emergencies" ADD COLUMN "asked_again" boolean DEFAULT false NOT NULL;