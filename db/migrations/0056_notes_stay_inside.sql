-- migrate: each statement on its own
ALTER TABLE "request_events" VALIDATE CONSTRAINT "notes_stay_inside";
