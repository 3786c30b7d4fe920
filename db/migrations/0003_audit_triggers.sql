-- What was written into the audit log stays as it was.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seals_are_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whatever happens to a request is in the audit log by itself, without what people wrote.
CREATE FUNCTION audit_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entries (action, subject_type, subject_id, actor_id, api_key_id, address, data, created_at)
  VALUES ('request.' || NEW.kind, 'request', NEW.request_id, NEW.actor_id, NEW.api_key_id, NEW.address,
    NEW.data - '{note,title,name,assigneeName}'::text[], NEW.created_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
INSERT INTO audit_entries (action, subject_type, subject_id, actor_id, data, created_at)
SELECT 'request.' || kind, 'request', request_id, actor_id, data - '{note,title,name,assigneeName}'::text[], created_at
FROM request_events ORDER BY id;
--> statement-breakpoint
CREATE TRIGGER audit_request_event AFTER INSERT ON request_events
  FOR EACH ROW EXECUTE FUNCTION audit_request_event();
--> statement-breakpoint
-- Whoever was here before mails were sent is believed.
UPDATE accounts SET email_verified_at = created_at;
--> statement-breakpoint
-- Administrators are members of the team like others; none of the strategies chooses them.
INSERT INTO staff (account_id, capacity, categories)
SELECT id, 20, enum_range(null::category) FROM accounts WHERE role = 'administrator' ON CONFLICT DO NOTHING;
