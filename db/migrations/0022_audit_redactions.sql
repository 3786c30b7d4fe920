CREATE TABLE "audit_redactions" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
-- Since words of danger were looked for, the audit log has had them: they go, and with them what verifying the chain
-- needs. What is left is hashed in their place, in a list whose own hash is written into the log. First all that
-- takes long, for which nobody waits.
INSERT INTO audit_redactions SELECT id, '' FROM audit_entries WHERE action = 'request.filed' AND data ? 'words';
--> statement-breakpoint
-- Only what was sealed and is as it was sealed: what somebody altered before shall be found as before.
UPDATE audit_redactions r SET digest = encode(sha256(convert_to(
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address,
    (e.data - 'words')::text, extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex')
FROM audit_entries e, audit_seals s
WHERE r.digest = '' AND e.id = r.entry_id AND s.entry_id = r.entry_id AND s.hash = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address, e.data::text,
    extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex');
--> statement-breakpoint
-- From here on whoever writes events, entries or seals waits: nothing comes in by the function as it was.
LOCK TABLE request_events, audit_entries IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
SELECT pg_advisory_xact_lock(7461002);
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
--> statement-breakpoint
-- What was written during the search.
INSERT INTO audit_redactions SELECT id, '' FROM audit_entries
WHERE action = 'request.filed' AND data ? 'words' AND created_at > now() - interval '1 hour' ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- The same for what was written or sealed meanwhile.
UPDATE audit_redactions r SET digest = encode(sha256(convert_to(
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address,
    (e.data - 'words')::text, extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex')
FROM audit_entries e, audit_seals s
WHERE r.digest = '' AND e.id = r.entry_id AND s.entry_id = r.entry_id AND s.hash = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address, e.data::text,
    extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex');
--> statement-breakpoint
ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_are_only_added;
--> statement-breakpoint
UPDATE audit_entries SET data = data - 'words' WHERE id IN (SELECT entry_id FROM audit_redactions);
--> statement-breakpoint
ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_are_only_added;
--> statement-breakpoint
DELETE FROM audit_redactions WHERE digest = '';
--> statement-breakpoint
-- Written also when there was nothing to take out: only the first such entry counts, so nobody can add one later.
INSERT INTO audit_entries (action, subject_type, subject_id, address, data)
SELECT 'audit.redacted', 'audit', 'request.filed', 'migration', jsonb_build_object('fields', array['words'], 'entries', count(*),
  'digest', encode(sha256(convert_to(coalesce(string_agg(entry_id || ':' || digest, ',' ORDER BY entry_id), ''), 'UTF8')), 'hex'))
FROM audit_redactions HAVING EXISTS (SELECT FROM audit_entries);
--> statement-breakpoint
CREATE TRIGGER audit_redactions_are_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_redactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
