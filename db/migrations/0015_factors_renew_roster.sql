-- Where it is required, members of staff without a second factor can open nothing: whether they have one decides what
-- they can be given. One that was only begun changes nothing.
CREATE FUNCTION renew_roster_of_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM staff WHERE account_id = COALESCE(NEW.account_id, OLD.account_id)) THEN
    UPDATE roster_versions SET version = gen_random_uuid();
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER new_factors_renew_roster AFTER INSERT OR UPDATE OF confirmed_at ON second_factors
  FOR EACH ROW WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION renew_roster_of_staff();
--> statement-breakpoint
CREATE TRIGGER gone_factors_renew_roster AFTER DELETE ON second_factors
  FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL) EXECUTE FUNCTION renew_roster_of_staff();
