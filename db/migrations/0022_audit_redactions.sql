CREATE TABLE "audit_redactions" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
-- Every transaction that wrote by the function as it was has ended once this lock is had: later events go by the new one.
LOCK TABLE request_events, audit_entries IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
-- Of each event only what EVENT_FIELDS in lib/model/event.ts keeps, instead of all but some names.
CREATE OR REPLACE FUNCTION audit_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept CONSTANT jsonb := CASE NEW.kind::text
    WHEN 'filed' THEN jsonb_build_object('category', NEW.data -> 'category', 'priority', NEW.data -> 'priority', 'hazard', NEW.data -> 'hazard', 'happeningNow', NEW.data -> 'happeningNow')
    WHEN 'assigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'strategy', NEW.data -> 'strategy')
    WHEN 'unassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'reassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from')
    WHEN 'noted' THEN jsonb_build_object()
    WHEN 'moved' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'waitingFor', NEW.data -> 'waitingFor')
    WHEN 'attached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId')
    WHEN 'acknowledged' THEN jsonb_build_object()
    WHEN 'escalated' THEN jsonb_build_object('rung', NEW.data -> 'rung', 'assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from')
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
