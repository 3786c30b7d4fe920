ALTER TYPE "public"."event_kind" ADD VALUE 'rated' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'corrected' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'renewed' BEFORE 'deleted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'proposed' BEFORE 'deleted';