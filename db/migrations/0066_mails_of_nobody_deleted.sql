CREATE OR REPLACE FUNCTION public.refuse_deleted_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSIF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges', 'notifications', 'deliveries', 'notification_preferences', 'push_devices', 'inbound_mails', 'bounced_addresses')
    THEN holder := NEW.account_id;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $function$;--> statement-breakpoint
CREATE TRIGGER inbound_mails_of_nobody_deleted AFTER INSERT ON inbound_mails FOR EACH ROW
  WHEN (NEW.account_id IS NOT NULL) EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE TRIGGER bounced_addresses_of_nobody_deleted AFTER INSERT ON bounced_addresses FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();
