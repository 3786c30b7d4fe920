-- What the database does by itself, as the migrations have left it. Written by db/functions.test.ts, never by hand:
-- after a migration that changes it, “npx vitest run db/functions.test.ts -u” writes it again.

-- Triggers of accounts
CREATE TRIGGER changed_accounts_close_streams AFTER UPDATE OF role, state ON public.accounts FOR EACH ROW WHEN (((old.role IS DISTINCT FROM new.role) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION tell_streams();
CREATE TRIGGER changed_accounts_renew_roster AFTER UPDATE OF name, role, state ON public.accounts FOR EACH ROW WHEN (((old.role <> 'customer'::role) AND (((old.name IS DISTINCT FROM new.name) OR (old.role IS DISTINCT FROM new.role)) OR (old.state IS DISTINCT FROM new.state)))) EXECUTE FUNCTION renew_roster();
CREATE TRIGGER changed_customers_are_found AFTER UPDATE OF name, email, phone, premises ON public.accounts FOR EACH ROW WHEN ((new.role = 'customer'::role)) EXECUTE FUNCTION keep_customer_search();
CREATE TRIGGER confirmed_accounts_look_at_clocks AFTER UPDATE OF email_verified_at ON public.accounts FOR EACH ROW WHEN ((old.email_verified_at IS DISTINCT FROM new.email_verified_at)) EXECUTE FUNCTION look_at_clocks_of_customer();
CREATE TRIGGER confirmed_accounts_release_requests AFTER UPDATE OF email_verified_at ON public.accounts FOR EACH ROW WHEN ((new.email_verified_at IS NOT NULL)) EXECUTE FUNCTION release_unconfirmed();
CREATE TRIGGER deleted_customers_are_forgotten AFTER UPDATE OF state ON public.accounts FOR EACH ROW WHEN (((new.state = 'deleted'::account_state) AND (old.state <> 'deleted'::account_state))) EXECUTE FUNCTION forget_customer();
CREATE TRIGGER homes_are_linked AFTER INSERT OR UPDATE OF premises ON public.accounts FOR EACH ROW WHEN (((new.role = 'customer'::role) AND (new.premises IS NOT NULL))) EXECUTE FUNCTION note_home();
CREATE TRIGGER new_customers_are_found AFTER INSERT ON public.accounts FOR EACH ROW WHEN ((new.role = 'customer'::role)) EXECUTE FUNCTION keep_customer_search();

-- Triggers of api_keys
CREATE TRIGGER changed_keys_close_streams AFTER UPDATE OF secret_hash, previous_secret_hash, previous_ends_at, expires_at, revoked_at ON public.api_keys FOR EACH ROW EXECUTE FUNCTION tell_streams();

-- Triggers of attachments
CREATE TRIGGER attachments_of_nobody_deleted AFTER INSERT ON public.attachments FOR EACH ROW WHEN ((new.uploaded_by IS NOT NULL)) EXECUTE FUNCTION refuse_deleted_account();
CREATE TRIGGER tally_added AFTER INSERT ON public.attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_attachments('1');
CREATE TRIGGER tally_deleted AFTER DELETE ON public.attachments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_attachments('-1');

-- Triggers of audit_entries
CREATE TRIGGER audit_entries_are_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Triggers of audit_redactions
CREATE TRIGGER audit_redactions_are_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_redactions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Triggers of audit_seals
CREATE TRIGGER audit_seals_are_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Triggers of bounced_addresses
CREATE TRIGGER bounced_addresses_of_nobody_deleted AFTER INSERT ON public.bounced_addresses FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of challenges
CREATE TRIGGER challenges_of_nobody_deleted AFTER INSERT ON public.challenges FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of customer_care
CREATE TRIGGER care_for_nobody_deleted AFTER INSERT ON public.customer_care FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of customer_premises
CREATE TRIGGER homes_of_nobody_deleted AFTER INSERT ON public.customer_premises FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of danger_checks
CREATE TRIGGER checked_requests_are_found AFTER INSERT ON public.danger_checks FOR EACH ROW EXECUTE FUNCTION find_checked_request();

-- Triggers of deliveries
CREATE TRIGGER deliveries_of_nobody_deleted AFTER INSERT ON public.deliveries FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of holidays
CREATE TRIGGER changed_holidays_look_at_clocks AFTER INSERT OR DELETE OR UPDATE ON public.holidays FOR EACH STATEMENT EXECUTE FUNCTION look_at_all_clocks();

-- Triggers of inbound_mails
CREATE TRIGGER inbound_mails_of_nobody_deleted AFTER INSERT ON public.inbound_mails FOR EACH ROW WHEN ((new.account_id IS NOT NULL)) EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of mailed_links
CREATE TRIGGER links_of_nobody_deleted AFTER INSERT ON public.mailed_links FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of notification_preferences
CREATE TRIGGER preferences_of_nobody_deleted AFTER INSERT ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of notifications
CREATE TRIGGER notifications_of_nobody_deleted AFTER INSERT ON public.notifications FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of pictures
CREATE TRIGGER tally_added AFTER INSERT ON public.pictures REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_pictures('1');
CREATE TRIGGER tally_deleted AFTER DELETE ON public.pictures REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_pictures('-1');

-- Triggers of push_devices
CREATE TRIGGER devices_of_nobody_deleted AFTER INSERT ON public.push_devices FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of request_drafts
CREATE TRIGGER drafts_of_nobody_deleted AFTER INSERT ON public.request_drafts FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of request_events
CREATE TRIGGER audit_request_event AFTER INSERT ON public.request_events FOR EACH ROW EXECUTE FUNCTION audit_request_event();
CREATE TRIGGER events_look_at_clocks AFTER INSERT ON public.request_events FOR EACH ROW WHEN (((new.kind)::text = ANY (ARRAY['filed'::text, 'acknowledged'::text, 'moved'::text]))) EXECUTE FUNCTION look_at_clocks();
CREATE TRIGGER given_requests_look_at_clocks AFTER INSERT ON public.request_events FOR EACH ROW WHEN (((new.kind)::text = 'reassigned'::text)) EXECUTE FUNCTION look_at_clocks();
CREATE TRIGGER messages_look_at_clocks AFTER INSERT ON public.request_events FOR EACH ROW WHEN ((((new.kind)::text = 'messaged'::text) AND ((new.data ->> 'from'::text) = 'staff'::text))) EXECUTE FUNCTION look_at_clocks();

-- Triggers of second_factors
CREATE TRIGGER gone_factors_renew_roster AFTER DELETE ON public.second_factors FOR EACH ROW WHEN ((old.confirmed_at IS NOT NULL)) EXECUTE FUNCTION renew_roster_of_staff();
CREATE TRIGGER new_factors_renew_roster AFTER INSERT OR UPDATE OF confirmed_at ON public.second_factors FOR EACH ROW WHEN ((new.confirmed_at IS NOT NULL)) EXECUTE FUNCTION renew_roster_of_staff();
CREATE TRIGGER second_factors_of_nobody_deleted AFTER INSERT ON public.second_factors FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of service_requests
CREATE TRIGGER changed_requests_are_counted_again AFTER UPDATE ON public.service_requests FOR EACH ROW WHEN (((NOT (new.premises_id IS DISTINCT FROM old.premises_id)) OR (new.updated_at <> old.updated_at))) EXECUTE FUNCTION note_report_change();
CREATE TRIGGER changed_requests_are_found AFTER UPDATE OF reference, customer_id, category, priority, title, description, premises, contact_phone, external_reference ON public.service_requests FOR EACH ROW EXECUTE FUNCTION keep_request_search();
CREATE TRIGGER changed_requests_look_at_clocks AFTER UPDATE OF priority, category ON public.service_requests FOR EACH ROW WHEN (((old.priority <> new.priority) OR (old.category <> new.category))) EXECUTE FUNCTION look_at_changed_clocks();
CREATE TRIGGER closed_and_reopened_requests_are_found AFTER UPDATE OF status ON public.service_requests FOR EACH ROW WHEN (((old.status = ANY (ARRAY['pending'::status, 'in_progress'::status, 'on_hold'::status])) <> (new.status = ANY (ARRAY['pending'::status, 'in_progress'::status, 'on_hold'::status])))) EXECUTE FUNCTION keep_request_search();
CREATE TRIGGER count_staff_load_of_changed AFTER UPDATE OF status, assignee_id, priority ON public.service_requests FOR EACH ROW WHEN (((old.assignee_id IS DISTINCT FROM new.assignee_id) OR (old.status IS DISTINCT FROM new.status) OR (old.priority IS DISTINCT FROM new.priority))) EXECUTE FUNCTION count_staff_load();
CREATE TRIGGER count_staff_load_of_deleted AFTER DELETE ON public.service_requests FOR EACH ROW WHEN ((old.assignee_id IS NOT NULL)) EXECUTE FUNCTION count_staff_load();
CREATE TRIGGER count_staff_load_of_new AFTER INSERT ON public.service_requests FOR EACH ROW WHEN ((new.assignee_id IS NOT NULL)) EXECUTE FUNCTION count_staff_load();
CREATE TRIGGER deleted_requests_leave_premises AFTER DELETE ON public.service_requests FOR EACH ROW WHEN ((old.premises_id IS NOT NULL)) EXECUTE FUNCTION note_left_premises();
CREATE TRIGGER erased_requests_leave_premises AFTER UPDATE OF premises ON public.service_requests FOR EACH ROW WHEN (((old.premises_id IS NOT NULL) AND ((new.premises ->> 'line1'::text) = '(erased)'::text))) EXECUTE FUNCTION note_left_premises();
CREATE TRIGGER new_requests_are_found AFTER INSERT ON public.service_requests FOR EACH ROW EXECUTE FUNCTION keep_request_search();
CREATE TRIGGER requests_are_counted_again AFTER INSERT OR DELETE ON public.service_requests FOR EACH ROW EXECUTE FUNCTION note_report_change();
CREATE TRIGGER requests_note_unconfirmed BEFORE INSERT ON public.service_requests FOR EACH ROW WHEN ((new.priority <> 'emergency'::priority)) EXECUTE FUNCTION note_unconfirmed();
CREATE TRIGGER requests_of_nobody_deleted AFTER INSERT ON public.service_requests FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of sessions
CREATE TRIGGER deleted_sessions_close_streams AFTER DELETE ON public.sessions FOR EACH ROW WHEN ((old.ended_at IS NULL)) EXECUTE FUNCTION tell_streams();
CREATE TRIGGER ended_sessions_close_streams AFTER UPDATE OF ended_at ON public.sessions FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION tell_streams();
CREATE TRIGGER ended_sessions_forget_devices AFTER UPDATE OF ended_at ON public.sessions FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION forget_devices_of_session();
CREATE TRIGGER sessions_of_nobody_deleted AFTER INSERT ON public.sessions FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of settings
CREATE TRIGGER changed_settings_close_streams AFTER INSERT OR DELETE OR UPDATE ON public.settings FOR EACH STATEMENT EXECUTE FUNCTION tell_all_streams();
CREATE TRIGGER changed_settings_look_at_clocks AFTER INSERT OR UPDATE ON public.settings FOR EACH ROW WHEN ((new.name = 'serviceLevels'::text)) EXECUTE FUNCTION look_at_all_clocks();
CREATE TRIGGER changed_settings_renew_roster AFTER INSERT OR DELETE OR UPDATE ON public.settings FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();

-- Triggers of staff
CREATE TRIGGER changed_loads_are_numbered BEFORE UPDATE OF open_requests, open_weight, open_emergencies, turn ON public.staff FOR EACH ROW EXECUTE FUNCTION number_load_change();
CREATE TRIGGER changed_staff_renew_roster AFTER INSERT OR DELETE OR UPDATE OF available, capacity, categories, levels, areas, shift_from, shift_until, on_call_from, on_call_until, absent_from, absent_until ON public.staff FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();
CREATE TRIGGER emptied_staff_renew_roster AFTER TRUNCATE ON public.staff FOR EACH STATEMENT EXECUTE FUNCTION renew_roster();

-- Triggers of unsent_words
CREATE TRIGGER unsent_words_of_nobody_deleted AFTER INSERT ON public.unsent_words FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();

-- Triggers of uploads
CREATE TRIGGER uploads_of_nobody_deleted AFTER INSERT ON public.uploads FOR EACH ROW WHEN ((new.account_id IS NOT NULL)) EXECUTE FUNCTION refuse_deleted_account();

CREATE OR REPLACE FUNCTION public.audit_request_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  kept CONSTANT jsonb := CASE NEW.kind::text
    WHEN 'filed' THEN jsonb_build_object('category', NEW.data -> 'category', 'priority', NEW.data -> 'priority', 'channel', NEW.data -> 'channel', 'hazard', NEW.data -> 'hazard', 'verdict', NEW.data -> 'verdict', 'judge', NEW.data -> 'judge', 'happeningNow', NEW.data -> 'happeningNow', 'safetyCheck', NEW.data -> 'safetyCheck')
    WHEN 'assigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'strategy', NEW.data -> 'strategy')
    WHEN 'unassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'reassigned' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from')
    WHEN 'noted' THEN jsonb_build_object()
    WHEN 'messaged' THEN jsonb_build_object('from', NEW.data -> 'from', 'channel', NEW.data -> 'channel')
    WHEN 'noted_internally' THEN jsonb_build_object()
    WHEN 'moved' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'waitingFor', NEW.data -> 'waitingFor')
    WHEN 'attached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId')
    WHEN 'detached' THEN jsonb_build_object('attachmentId', NEW.data -> 'attachmentId', 'messageId', NEW.data -> 'messageId', 'reason', NEW.data -> 'reason')
    WHEN 'acknowledged' THEN jsonb_build_object()
    WHEN 'escalated' THEN jsonb_build_object('rung', NEW.data -> 'rung', 'assigneeId', NEW.data -> 'assigneeId', 'from', NEW.data -> 'from', 'round', NEW.data -> 'round')
    WHEN 'checked' THEN jsonb_build_object('outcome', NEW.data -> 'outcome')
    WHEN 'joined' THEN jsonb_build_object('to', NEW.data -> 'to', 'because', NEW.data -> 'because')
    WHEN 'reported_again' THEN jsonb_build_object('requestId', NEW.data -> 'requestId', 'times', NEW.data -> 'times')
    WHEN 'separated' THEN jsonb_build_object('from', NEW.data -> 'from')
    WHEN 'prioritised' THEN jsonb_build_object('from', NEW.data -> 'from', 'to', NEW.data -> 'to', 'because', NEW.data -> 'because')
    WHEN 'warned' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt')
    WHEN 'breached' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt', 'told', NEW.data -> 'told')
    WHEN 'rated' THEN jsonb_build_object('rating', NEW.data -> 'rating')
    WHEN 'corrected' THEN jsonb_build_object()
    WHEN 'renewed' THEN jsonb_build_object('target', NEW.data -> 'target', 'dueAt', NEW.data -> 'dueAt', 'by', NEW.data -> 'by', 'times', NEW.data -> 'times')
    WHEN 'proposed' THEN jsonb_build_object('assigneeId', NEW.data -> 'assigneeId')
    WHEN 'deleted' THEN jsonb_build_object('reference', NEW.data -> 'reference', 'customerId', NEW.data -> 'customerId')
    ELSE '{}'
  END;
BEGIN
  INSERT INTO audit_entries (action, subject_type, subject_id, actor_id, api_key_id, address, data, created_at)
  VALUES ('request.' || NEW.kind, 'request', NEW.request_id, NEW.actor_id, NEW.api_key_id, NEW.address,
    jsonb_strip_nulls(kept), NEW.created_at);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.count_staff_load()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  open CONSTANT status[] := ARRAY['pending', 'in_progress', 'on_hold']::status[];
  held uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = ANY (open) THEN OLD.assignee_id END;
  holds uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = ANY (open) THEN NEW.assignee_id END;
BEGIN
  IF held IS DISTINCT FROM holds THEN
    IF held IS NOT NULL THEN
      UPDATE staff SET open_requests = open_requests - 1, open_weight = open_weight - weight_of(OLD.priority),
        open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int WHERE account_id = held;
    END IF;
    IF holds IS NOT NULL THEN
      UPDATE staff SET open_requests = open_requests + 1, open_weight = open_weight + weight_of(NEW.priority),
        open_emergencies = open_emergencies + (NEW.priority = 'emergency')::int, turn = nextval('assignment_turns')
        WHERE account_id = holds;
    END IF;
  ELSIF holds IS NOT NULL AND OLD.priority <> NEW.priority THEN
    UPDATE staff SET open_weight = open_weight - weight_of(OLD.priority) + weight_of(NEW.priority),
      open_emergencies = open_emergencies - (OLD.priority = 'emergency')::int + (NEW.priority = 'emergency')::int
      WHERE account_id = holds;
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.find_checked_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_request_search(ARRAY[NEW.request_id]);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.forget_customer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM homes_to_link WHERE account_id = NEW.id;
  DELETE FROM customer_care WHERE customer_id = NEW.id;
  WITH gone AS (DELETE FROM customer_premises WHERE customer_id = NEW.id RETURNING premises_id)
    INSERT INTO premises_to_forget (premises_id) SELECT DISTINCT premises_id FROM gone ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.forget_devices_of_session()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM push_devices WHERE session_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.keep_customer_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_customer_search(ARRAY[NEW.id]);
  IF TG_OP = 'UPDATE' AND (OLD.name, OLD.email, OLD.phone) IS DISTINCT FROM (NEW.name, NEW.email, NEW.phone) THEN
    -- Whoever renames themselves does not wait for thousands of requests: the job refresh_search does the rest. Of a deleted
    -- account no word is left at the end of its transaction.
    PERFORM refresh_request_search(ARRAY(SELECT id FROM service_requests WHERE customer_id = NEW.id
      ORDER BY id DESC LIMIT CASE WHEN NEW.state <> 'deleted' THEN 100 END));
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.keep_request_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM refresh_request_search(ARRAY[NEW.id]);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.known_email(email text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN email !~* '[@.]invalid$' THEN email END
$function$;

CREATE OR REPLACE FUNCTION public.look_at_all_clocks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE check_at IS NOT NULL OR due_at IS NOT NULL;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.look_at_changed_clocks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE request_id = NEW.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.look_at_clocks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO clock_checks (request_id, check_at, due_at) SELECT id, now(), '-infinity' FROM service_requests WHERE id = NEW.request_id
    ON CONFLICT (request_id) DO UPDATE SET check_at = excluded.check_at, due_at = coalesce(clock_checks.due_at, excluded.due_at);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.look_at_clocks_of_customer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE clock_checks SET check_at = now() WHERE request_id IN (
    SELECT id FROM service_requests
    WHERE customer_id = NEW.id AND status IN ('pending', 'in_progress', 'on_hold'));
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_home()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO homes_to_link (account_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_left_premises()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO premises_to_forget (premises_id) VALUES (OLD.premises_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_report_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO report_changes (request_id) VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.note_unconfirmed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.unconfirmed := coalesce(NEW.channel, 'portal') = 'portal'
    AND EXISTS (SELECT FROM accounts WHERE id = NEW.customer_id AND email_verified_at IS NULL);
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.number_load_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(7461001);
  NEW.load_change := nextval('assignment_turns');
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.premises_words(premises jsonb)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT concat_ws(' ', premises ->> 'line1', premises ->> 'line2', premises ->> 'town', premises ->> 'postcode',
    replace(premises ->> 'postcode', ' ', ''), premises ->> 'mprn', premises ->> 'meterSerial',
    replace(premises ->> 'meterSerial', '-', ''))
$function$;

CREATE OR REPLACE FUNCTION public.refresh_customer_search(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO customer_search (account_id, text)
  SELECT id, ' ' || search_fold(concat_ws(' ', name, known_email(email), search_digits(phone), premises_words(premises))) || ' '
  FROM accounts WHERE id = ANY (ids) AND role = 'customer'
  ON CONFLICT (account_id) DO UPDATE SET text = excluded.text WHERE customer_search.text <> excluded.text;
END $function$;

CREATE OR REPLACE FUNCTION public.refresh_request_search(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- Whoever comes second waits here, and then sees in the next statement what the first has written.
  PERFORM FROM request_search WHERE request_id = ANY (ids) ORDER BY request_id FOR UPDATE;
  INSERT INTO request_search (request_id, text, kinds)
  SELECT r.id, ' ' || search_fold(concat_ws(' ', r.reference, replace(r.reference, '-', ''), r.title, a.name,
      premises_words(r.premises), r.external_reference, regexp_replace(r.external_reference, '[^[:alnum:]]', '', 'g'),
      a.email, search_digits(a.phone), search_digits(r.contact_phone), r.description)) || ' ',
    ARRAY['category:' || r.category, 'priority:' || r.priority]
      || CASE WHEN r.priority = 'emergency' OR EXISTS (SELECT FROM danger_checks c WHERE c.request_id = r.id) THEN ARRAY['danger'] END
      || CASE WHEN r.status IN ('pending', 'in_progress', 'on_hold') THEN ARRAY['open'] END
  FROM service_requests r JOIN accounts a ON a.id = r.customer_id WHERE r.id = ANY (ids)
  ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, kinds = excluded.kinds
    WHERE request_search.text <> excluded.text OR request_search.kinds <> excluded.kinds;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_deleted_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSIF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges', 'notifications', 'deliveries', 'notification_preferences', 'push_devices', 'inbound_mails', 'bounced_addresses', 'uploads', 'unsent_words')
    THEN holder := NEW.account_id;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.release_unconfirmed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE service_requests SET unconfirmed = false, updated_at = now() WHERE customer_id = NEW.id AND unconfirmed;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.renew_roster()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE roster_versions SET version = gen_random_uuid();
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.renew_roster_of_staff()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM staff WHERE account_id = COALESCE(NEW.account_id, OLD.account_id)) THEN
    UPDATE roster_versions SET version = gen_random_uuid();
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.search_digits(phone text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT regexp_replace(replace(phone, '(0)', ''), '[^0-9]', '', 'g')
$function$;

CREATE OR REPLACE FUNCTION public.search_fold(typed text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT regexp_replace(CASE WHEN octet_length(typed) = length(typed) THEN lower(translate(typed, '''`', '') COLLATE "C")
    ELSE replace(replace(replace(replace(translate(
      regexp_replace(lower(normalize(translate(typed, '´''`', ''), NFKD) COLLATE "C"), '[''\u0060\u00ad\u02b0-\u02ff\u0300-\u036f\u200b-\u200f\u2018-\u201b\u2032\u2060\ufeff]+', '', 'g'),
      'øØđĐðÐħĦłŁıÆŒẞÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏҐ',
      'ooddddhhlliæœßþαβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџґ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END,
    '[^a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2070-\u218f\u2c00-\u2fff\u3040-\ufe2f\ufe50-\U0010ffff]+', ' ', 'g')
$function$;

CREATE OR REPLACE FUNCTION public.search_grams(folded text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT string_to_array(regexp_replace(folded, '(...)', E'\\1\x01', 'g') || E'\x01' || regexp_replace(substr(folded, 2), '(...)', E'\\1\x01', 'g')
    || E'\x01' || regexp_replace(substr(folded, 3), '(...)', E'\\1\x01', 'g'), E'\x01')
    || CASE WHEN octet_length(folded) = length(folded) THEN NULL ELSE array(
      SELECT left(one, size) FROM regexp_split_to_table(folded, '[^\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+') run,
        generate_series(1, length(run)) at, substr(run, at, 2) one, generate_series(1, length(one)) size) END
$function$;

CREATE OR REPLACE FUNCTION public.tally_attachments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO file_tallies (files, bytes)
    SELECT count(*) * TG_ARGV[0]::int, sum(bytes) * TG_ARGV[0]::int FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.tally_pictures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO file_tallies (files, bytes)
    SELECT 0, sum(bytes) * TG_ARGV[0]::int FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.tell_all_streams()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('streams', '*');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.tell_streams()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('streams', OLD.id::text);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.weight_of(priority)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE $1 WHEN 'emergency' THEN 4 WHEN 'high' THEN 2 ELSE 1 END
$function$;
