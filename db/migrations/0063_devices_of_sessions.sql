ALTER TABLE "push_devices" ADD COLUMN "session_id" uuid;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.refuse_deleted_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  holder uuid;
BEGIN
  IF TG_TABLE_NAME = 'attachments' THEN holder := NEW.uploaded_by;
  ELSIF TG_TABLE_NAME IN ('sessions', 'mailed_links', 'second_factors', 'challenges', 'notifications', 'deliveries', 'notification_preferences', 'push_devices')
    THEN holder := NEW.account_id;
  ELSE holder := NEW.customer_id;
  END IF;
  PERFORM FROM accounts WHERE id = holder AND state <> 'deleted' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The account has been deleted.' USING ERRCODE = 'GU001';
  END IF;
  RETURN NULL;
END $function$;--> statement-breakpoint
CREATE TRIGGER notifications_of_nobody_deleted AFTER INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE TRIGGER deliveries_of_nobody_deleted AFTER INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE TRIGGER preferences_of_nobody_deleted AFTER INSERT ON notification_preferences FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE TRIGGER devices_of_nobody_deleted AFTER INSERT ON push_devices FOR EACH ROW EXECUTE FUNCTION refuse_deleted_account();--> statement-breakpoint
CREATE FUNCTION forget_devices_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM push_devices WHERE session_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER ended_sessions_forget_devices AFTER UPDATE OF ended_at ON sessions FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION forget_devices_of_session();
