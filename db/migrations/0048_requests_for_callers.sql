CREATE TYPE "public"."channel" AS ENUM('portal', 'phone', 'api');
--> statement-breakpoint
ALTER TYPE "public"."scope" ADD VALUE 'customers:write' BEFORE 'notes:read';
--> statement-breakpoint
ALTER TYPE "public"."link_purpose" ADD VALUE 'portal_invitation';
--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "channel" "channel";
--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "taken_by" uuid;
--> statement-breakpoint
-- All rows have null there, and null needs no check.
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
-- Only what customers send themselves waits for them to confirm their address. The release before gives no channel.
CREATE OR REPLACE FUNCTION note_unconfirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.unconfirmed := coalesce(NEW.channel, 'portal') = 'portal'
    AND EXISTS (SELECT FROM accounts WHERE id = NEW.customer_id AND email_verified_at IS NULL);
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What stands in the place of an address that nobody has is no word to find somebody by.
CREATE FUNCTION known_email(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN email !~* '[@.]invalid$' THEN email END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_customer_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customer_search (account_id, text)
  SELECT id, ' ' || search_fold(concat_ws(' ', name, known_email(email), search_digits(phone), premises_words(premises))) || ' '
  FROM accounts WHERE id = ANY (ids) AND role = 'customer'
  ON CONFLICT (account_id) DO UPDATE SET text = excluded.text WHERE customer_search.text <> excluded.text;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_request_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever comes second waits here, and then sees in the next statement what the first has written.
  PERFORM FROM request_search WHERE request_id = ANY (ids) ORDER BY request_id FOR UPDATE;
  INSERT INTO request_search (request_id, text, kinds)
  SELECT r.id, ' ' || search_fold(concat_ws(' ', r.reference, replace(r.reference, '-', ''), r.title, a.name,
      premises_words(r.premises), r.external_reference, regexp_replace(r.external_reference, '[^[:alnum:]]', '', 'g'),
      known_email(a.email), search_digits(a.phone), search_digits(r.contact_phone), r.description)) || ' ',
    ARRAY['category:' || r.category, 'priority:' || r.priority]
  FROM service_requests r JOIN accounts a ON a.id = r.customer_id WHERE r.id = ANY (ids)
  ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, kinds = excluded.kinds
    WHERE request_search.text <> excluded.text OR request_search.kinds <> excluded.kinds;
END $$;
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
