-- Streams outlive the request that opened them, so whatever ends a session or changes what an account may do is told
-- to every process, in the transaction that does it. No verb can forget it.
CREATE FUNCTION tell_streams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('streams', OLD.id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ended_sessions_close_streams AFTER UPDATE OF ended_at ON sessions
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_streams();
--> statement-breakpoint
CREATE TRIGGER deleted_sessions_close_streams AFTER DELETE ON sessions
  FOR EACH ROW WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION tell_streams();
--> statement-breakpoint
CREATE TRIGGER changed_accounts_close_streams AFTER UPDATE OF role, state ON accounts
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role OR OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION tell_streams();
