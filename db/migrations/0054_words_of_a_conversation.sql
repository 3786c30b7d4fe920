ALTER TYPE "public"."event_kind" ADD VALUE 'messaged' BEFORE 'moved';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'noted_internally' BEFORE 'moved';--> statement-breakpoint
ALTER TYPE "public"."scope" ADD VALUE 'notes:write' BEFORE 'premises:read';