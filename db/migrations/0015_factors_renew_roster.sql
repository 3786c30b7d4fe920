-- Where it is required, members of staff without a second factor can open nothing: whether they have one decides what
-- they can be given.
CREATE FUNCTION renew_roster_of_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM staff WHERE account_id = COALESCE(NEW.account_id, OLD.account_id)) THEN
    UPDATE roster_versions SET version = gen_random_uuid();
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER changed_factors_renew_roster AFTER INSERT OR DELETE OR UPDATE OF confirmed_at ON second_factors
  FOR EACH ROW EXECUTE FUNCTION renew_roster_of_staff();
