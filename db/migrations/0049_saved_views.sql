ALTER TYPE "public"."event_kind" ADD VALUE 'prioritised' BEFORE 'warned';--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "views_of_owner" ON "saved_views" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "views_shared" ON "saved_views" USING btree ("id") WHERE shared;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept CONSTANT jsonb := CASE NEW.kind::text
    WHEN 'filed' THEN jsonb_build_object('category', NEW.data -> 'category', 'priority', NEW.data -> 'priority', 'channel', NEW.data -> 'channel', 'hazard', NEW.data -> 'hazard', 'verdict', NEW.data -> 'verdict', 'judge', NEW.data -> 'judge', 'happeningNow', NEW.data -> 'happeningNow', 'safetyCheck', NEW.data -> 'safetyCheck')
    WHEN 'assigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'strategy', NEW.data -> 'strategy')
    WHEN 'unassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'reassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from')
    WHEN 'noted' THEN jsonb_build_object()
    WHEN 'moved' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'waitingFor', NEW.data -> 'waitingFor')
    WHEN 'attached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId')
    WHEN 'acknowledged' THEN jsonb_build_object()
    WHEN 'escalated' THEN jsonb_build_object('rung', NEW.data -> 'rung', 'assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from', 'round', NEW.data -> 'round')
    WHEN 'checked' THEN jsonb_build_object('outcome', NEW.data -> 'outcome')
    WHEN 'joined' THEN jsonb_build_object('to', NEW.data -> 'to', 'because', NEW.data -> 'because')
    WHEN 'reported_again' THEN jsonb_build_object('requestId', NEW.data -> 'requestId', 'times', NEW.data -> 'times')
    WHEN 'separated' THEN jsonb_build_object('from', NEW.data -> 'from')
    WHEN 'prioritised' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to')
    WHEN 'warned' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt')
    WHEN 'breached' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt', 'told', NEW.data -> 'told')
    WHEN 'deleted' THEN jsonb_build_object('reference', NEW.data -> 'reference', 'customerId', NEW.data -> 'customerId')
    ELSE '{}'
  END;
BEGIN
  INSERT INTO audit_entries (action, subject_type, subject_id, actor_id, api_key_id, address, data, created_at)
  VALUES ('request.' || NEW.kind, 'request', NEW.request_id, NEW.actor_id, NEW.api_key_id, NEW.address,
    jsonb_strip_nulls(kept), NEW.created_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_request_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever comes second waits here, and then sees in the next statement what the first has written.
  PERFORM FROM request_search WHERE request_id = ANY (ids) ORDER BY request_id FOR UPDATE;
  INSERT INTO request_search (request_id, text, kinds)
  SELECT r.id, ' ' || search_fold(concat_ws(' ', r.reference, replace(r.reference, '-', ''), r.title, a.name,
      premises_words(r.premises), r.external_reference, regexp_replace(r.external_reference, '[^[:alnum:]]', '', 'g'),
      a.email, search_digits(a.phone), search_digits(r.contact_phone), r.description)) || ' ',
    ARRAY['category:' || r.category, 'priority:' || r.priority]
      || CASE WHEN r.priority = 'emergency' OR EXISTS (SELECT FROM danger_checks c WHERE c.request_id = r.id) THEN ARRAY['danger'] END
  FROM service_requests r JOIN accounts a ON a.id = r.customer_id WHERE r.id = ANY (ids)
  ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, kinds = excluded.kinds
    WHERE request_search.text <> excluded.text OR request_search.kinds <> excluded.kinds;
END $$;
--> statement-breakpoint
-- What was, or had to be checked for being, an emergency is found as having a danger.
CREATE FUNCTION find_checked_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_request_search(ARRAY[NEW.request_id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER checked_requests_are_found AFTER INSERT ON danger_checks FOR EACH ROW EXECUTE FUNCTION find_checked_request();
