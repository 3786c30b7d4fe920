-- Since words of danger were looked for, the audit log has had them: they go, and with them what verifying the chain
-- needs. What is left is hashed in their place, with the seals before and of the entry, so that the chain holds together
-- there, in a list whose own hash is written into the log. Nobody who writes events waits: no table is locked, and the rows are old ones.
INSERT INTO audit_redactions SELECT id, '' FROM audit_entries WHERE action = 'request.filed' AND data ? 'words';
--> statement-breakpoint
-- Only what was sealed and is as it was sealed: what somebody altered before shall be found as before.
UPDATE audit_redactions r SET digest = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address,
    (e.data - 'words')::text, extract(epoch from e.created_at)::text)::text || E'\n' || s.hash, 'UTF8')), 'hex')
FROM audit_entries e, audit_seals s
WHERE r.digest = '' AND e.id = r.entry_id AND s.entry_id = r.entry_id AND s.hash = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address, e.data::text,
    extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex');
--> statement-breakpoint
-- Sealing waits from here on, and nobody else.
SELECT pg_advisory_xact_lock(7461002);
--> statement-breakpoint
-- The same for what was sealed meanwhile.
UPDATE audit_redactions r SET digest = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address,
    (e.data - 'words')::text, extract(epoch from e.created_at)::text)::text || E'\n' || s.hash, 'UTF8')), 'hex')
FROM audit_entries e, audit_seals s
WHERE r.digest = '' AND e.id = r.entry_id AND s.entry_id = r.entry_id AND s.hash = encode(sha256(convert_to(
  coalesce((SELECT b.hash FROM audit_seals b WHERE b.position = s.position - 1), repeat('0', 64)) || E'\n' ||
  jsonb_build_array(e.id, e.action, e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address, e.data::text,
    extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex');
--> statement-breakpoint
-- Rows are only ever added. For this transaction alone the function that says so lets a change pass: no lock on the
-- table, so that nobody who writes events waits, and nobody else sees the function as it is meanwhile.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN NULL;
END $$;
--> statement-breakpoint
UPDATE audit_entries SET data = data - 'words' WHERE id IN (SELECT entry_id FROM audit_redactions);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DELETE FROM audit_redactions WHERE digest = '';
--> statement-breakpoint
-- Written also when a log had nothing to take out: only the first such entry counts, so nobody can add one to it later.
-- A log that begins with this version has none, and audit:verify tells when one appears.
INSERT INTO audit_entries (action, subject_type, subject_id, address, data)
SELECT 'audit.redacted', 'audit', 'request.filed', 'migration', jsonb_build_object('fields', array['words'], 'entries', count(*),
  'digest', encode(sha256(convert_to(coalesce(string_agg(entry_id || ':' || digest, ',' ORDER BY entry_id), ''), 'UTF8')), 'hex'))
FROM audit_redactions HAVING EXISTS (SELECT FROM audit_entries);
--> statement-breakpoint
CREATE TRIGGER audit_redactions_are_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_redactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
