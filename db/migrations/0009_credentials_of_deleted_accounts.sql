-- What somebody signs in with is as personal as what they write: it is refused like the rest once the account is deleted.
CREATE OR REPLACE FUNCTION refuse_deleted_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges') THEN holder := NEW.account_id;
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
CREATE TRIGGER links_of_nobody_deleted AFTER INSERT ON mailed_links
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER second_factors_of_nobody_deleted AFTER INSERT ON second_factors
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
--> statement-breakpoint
CREATE TRIGGER challenges_of_nobody_deleted AFTER INSERT ON challenges
  FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
