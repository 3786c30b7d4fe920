-- migrate: in batches
-- Every statement here may be run again. The table is there and kept by its triggers, also for what the version before
-- writes, before the rows that were there already are filled in.
CREATE TABLE IF NOT EXISTS "request_search" (
	"request_id" uuid PRIMARY KEY NOT NULL CONSTRAINT "request_search_request_id_service_requests_id_fk" REFERENCES "public"."service_requests"("id") ON DELETE cascade,
	"text" text NOT NULL,
	"kinds" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "customer_search" (
	"account_id" uuid PRIMARY KEY NOT NULL CONSTRAINT "customer_search_account_id_accounts_id_fk" REFERENCES "public"."accounts"("id") ON DELETE cascade,
	"text" text NOT NULL
);
--> statement-breakpoint
-- The form in which words are compared, the same as foldWords in lib/model/fold-words.ts: small letters without accents and
-- apostrophes, with a space for everything else that is no letter. No extension and no collation has a part in it, so that
-- it is the same on every server.
CREATE OR REPLACE FUNCTION search_fold(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(CASE WHEN octet_length(typed) = length(typed) THEN lower(translate(typed, '''`', '') COLLATE "C")
    ELSE replace(replace(replace(replace(translate(
      regexp_replace(lower(normalize(translate(typed, '´''`', ''), NFKD) COLLATE "C"), '[''\u0060\u00ad\u02b0-\u02ff\u0300-\u036f\u200b-\u200f\u2018-\u201b\u2032\u2060\ufeff]+', '', 'g'),
      'øØđĐðÐħĦłŁıÆŒẞÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏҐ',
      'ooddddhhlliæœßþαβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџґ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END,
    '[^a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2070-\u218f\u2c00-\u2fff\u3040-\ufe2f\ufe50-\U0010ffff]+', ' ', 'g')
$$;
--> statement-breakpoint
-- The keys of the index: every three characters in a row, and for scripts that are written without spaces every one and two.
-- Split at once from the first, second and third character on: a loop takes ten times as long.
CREATE OR REPLACE FUNCTION search_grams(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_to_array(regexp_replace(folded, '(...)', E'\\1\x01', 'g') || E'\x01' || regexp_replace(substr(folded, 2), '(...)', E'\\1\x01', 'g')
    || E'\x01' || regexp_replace(substr(folded, 3), '(...)', E'\\1\x01', 'g'), E'\x01')
    || CASE WHEN octet_length(folded) = length(folded) THEN NULL ELSE array(
      SELECT left(one, size) FROM regexp_split_to_table(folded, '[^\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+') run,
        generate_series(1, length(run)) at, substr(run, at, 2) one, generate_series(1, length(one)) size) END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(replace(phone, '(0)', ''), '[^0-9]', '', 'g')
$$;
--> statement-breakpoint
-- What a person's name, address and numbers are found by: codes also without the spaces and hyphens in them.
CREATE OR REPLACE FUNCTION premises_words(premises jsonb) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT concat_ws(' ', premises ->> 'line1', premises ->> 'line2', premises ->> 'town', premises ->> 'postcode',
    replace(premises ->> 'postcode', ' ', ''), premises ->> 'mprn', premises ->> 'meterSerial',
    replace(premises ->> 'meterSerial', '-', ''))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_request_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever comes second waits here, and then sees in the next statement what the first has written.
  PERFORM FROM request_search WHERE request_id = ANY (ids) ORDER BY request_id FOR UPDATE;
  INSERT INTO request_search (request_id, text, kinds)
  SELECT r.id, ' ' || search_fold(concat_ws(' ', r.reference, replace(r.reference, '-', ''), r.title, a.name,
      premises_words(r.premises), r.external_reference, regexp_replace(r.external_reference, '[^[:alnum:]]', '', 'g'),
      a.email, search_digits(a.phone), search_digits(r.contact_phone), r.description)) || ' ',
    ARRAY['category:' || r.category, 'priority:' || r.priority]
  FROM service_requests r JOIN accounts a ON a.id = r.customer_id WHERE r.id = ANY (ids)
  ON CONFLICT (request_id) DO UPDATE SET text = excluded.text, kinds = excluded.kinds
    WHERE request_search.text <> excluded.text OR request_search.kinds <> excluded.kinds;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_customer_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customer_search (account_id, text)
  SELECT id, ' ' || search_fold(concat_ws(' ', name, email, search_digits(phone), premises_words(premises))) || ' '
  FROM accounts WHERE id = ANY (ids) AND role = 'customer'
  ON CONFLICT (account_id) DO UPDATE SET text = excluded.text WHERE customer_search.text <> excluded.text;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_request_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_request_search(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_customer_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_customer_search(ARRAY[NEW.id]);
  IF TG_OP = 'UPDATE' AND (OLD.name, OLD.email, OLD.phone) IS DISTINCT FROM (NEW.name, NEW.email, NEW.phone) THEN
    -- Whoever renames themselves does not wait for thousands of requests: the job refresh_search does the rest. Of a deleted
    -- account no word is left at the end of its transaction.
    PERFORM refresh_request_search(ARRAY(SELECT id FROM service_requests WHERE customer_id = NEW.id
      ORDER BY id DESC LIMIT CASE WHEN NEW.state <> 'deleted' THEN 100 END));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER new_requests_are_found AFTER INSERT ON service_requests FOR EACH ROW EXECUTE FUNCTION keep_request_search();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER changed_requests_are_found AFTER UPDATE OF reference, customer_id, category, priority, title, description, premises, contact_phone, external_reference ON service_requests FOR EACH ROW EXECUTE FUNCTION keep_request_search();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER new_customers_are_found AFTER INSERT ON accounts FOR EACH ROW WHEN (NEW.role = 'customer') EXECUTE FUNCTION keep_customer_search();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER changed_customers_are_found AFTER UPDATE OF name, email, phone, premises ON accounts FOR EACH ROW WHEN (NEW.role = 'customer') EXECUTE FUNCTION keep_customer_search();
--> statement-breakpoint
WITH missing AS MATERIALIZED (
  SELECT r.id FROM service_requests r WHERE NOT EXISTS (SELECT FROM request_search s WHERE s.request_id = r.id) ORDER BY r.id LIMIT 2000)
SELECT refresh_request_search(ids) FROM (SELECT array_agg(id) AS ids FROM missing) batch WHERE ids IS NOT NULL;
--> statement-breakpoint
WITH missing AS MATERIALIZED (
  SELECT a.id FROM accounts a WHERE a.role = 'customer' AND NOT EXISTS (SELECT FROM customer_search s WHERE s.account_id = a.id) ORDER BY a.id LIMIT 2000)
SELECT refresh_customer_search(ids) FROM (SELECT array_agg(id) AS ids FROM missing) batch WHERE ids IS NOT NULL;
