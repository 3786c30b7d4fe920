ALTER TYPE "public"."scope" ADD VALUE 'premises:read';
--> statement-breakpoint
ALTER TYPE "public"."scope" ADD VALUE 'premises:write';
--> statement-breakpoint
CREATE TYPE "public"."premises_role" AS ENUM('occupier', 'owner', 'landlord', 'agent');
--> statement-breakpoint
CREATE TABLE "customer_care" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"needs" text[] DEFAULT '{}' NOT NULL,
	"language" text,
	"visit_password" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_premises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"premises_id" uuid NOT NULL,
	"role" "premises_role" NOT NULL,
	"main" boolean NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "homes_to_link" (
	"account_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"premises_id" uuid NOT NULL,
	"serial" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "premises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"key" text NOT NULL,
	"mprn" text,
	"supply_key" text,
	"notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "premises_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "service_requests" ADD COLUMN "premises_id" uuid;
--> statement-breakpoint
ALTER TABLE "customer_care" ADD CONSTRAINT "customer_care_customer_id_accounts_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_premises" ADD CONSTRAINT "customer_premises_customer_id_accounts_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_premises" ADD CONSTRAINT "customer_premises_premises_id_premises_id_fk" FOREIGN KEY ("premises_id") REFERENCES "public"."premises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "homes_to_link" ADD CONSTRAINT "homes_to_link_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "meters" ADD CONSTRAINT "meters_premises_id_premises_id_fk" FOREIGN KEY ("premises_id") REFERENCES "public"."premises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "premises_of_customer" ON "customer_premises" USING btree ("customer_id","premises_id") WHERE until is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "main_premises_of_customer" ON "customer_premises" USING btree ("customer_id") WHERE main and until is null;
--> statement-breakpoint
CREATE INDEX "customers_of_premises" ON "customer_premises" USING btree ("premises_id","customer_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "meters_of_premises" ON "meters" USING btree ("premises_id","serial");
--> statement-breakpoint
CREATE INDEX "premises_by_supply" ON "premises" USING btree ("supply_key","id") WHERE supply_key is not null;
--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_premises_id_premises_id_fk" FOREIGN KEY ("premises_id") REFERENCES "public"."premises"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
-- Addresses of accounts are made records of by whoever writes them and, for the version before, by the job link_premises.
CREATE FUNCTION note_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO homes_to_link (account_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER homes_are_linked AFTER INSERT OR UPDATE OF premises ON accounts FOR EACH ROW WHEN (NEW.role = 'customer' AND NEW.premises IS NOT NULL) EXECUTE FUNCTION note_home();
