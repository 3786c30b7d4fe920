-- Whoever deletes their account may be filing, uploading or signing in at the same moment. The key-share lock waits for
-- the deletion, and what comes after it is refused: nothing of the person is left behind, whichever verb wrote it.
CREATE FUNCTION refuse_deleted_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'sessions' THEN holder := NEW.account_id;
  ELSIF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_of_nobody_deleted AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER requests_of_nobody_deleted AFTER INSERT ON service_requests
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER drafts_of_nobody_deleted AFTER INSERT ON request_drafts
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER attachments_of_nobody_deleted AFTER INSERT ON attachments
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
