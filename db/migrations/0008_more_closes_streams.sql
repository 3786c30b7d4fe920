-- What ends a key or one of its secrets, and what is set for everybody, is told as well.
CREATE TRIGGER changed_keys_close_streams AFTER UPDATE OF secret_hash, previous_secret_hash, previous_ends_at, expires_at, revoked_at ON api_keys
  FOR EACH ROW EXECUTE FUNCTION tell_streams();
--> statement-breakpoint
CREATE FUNCTION tell_all_streams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('streams', '*');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_settings_close_streams AFTER INSERT OR UPDATE OR DELETE ON settings
  FOR EACH STATEMENT EXECUTE FUNCTION tell_all_streams();
