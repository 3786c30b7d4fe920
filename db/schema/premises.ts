import { sql } from "drizzle-orm"
import { boolean, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { Need } from "@/lib/model/need"
import { PREMISES_ROLES } from "@/lib/model/premises-role"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"

export const premisesRoleEnum = pgEnum("premises_role", PREMISES_ROLES)

/** Premises that are supplied, or that somebody has reported something at. */
export const premisesRecords = pgTable(
  "premises",
  {
    id: id(),
    line1: text("line1").notNull(),
    line2: text("line2"),
    town: text("town").notNull(),
    postcode: text("postcode").notNull(),
    /** `premisesKey` of its address: what all ways to write it have in common. */
    key: text("key").notNull().unique(),
    mprn: text("mprn"),
    /** `supplyKey` of its address, where its MPRN is known. */
    supplyKey: text("supply_key"),
    /** What engineers should know before they come, such as a dog or a key safe. Staff write and read it. */
    notes: text("notes").notNull().default(""),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index("premises_by_supply").on(t.supplyKey, t.id).where(sql`supply_key is not null`)],
)

/** The meters that stood or stand at premises. */
export const meters = pgTable(
  "meters",
  {
    id: id(),
    premisesId: uuid("premises_id")
      .notNull()
      .references(() => premisesRecords.id),
    serial: text("serial").notNull(),
    /** When it was first named to us. */
    since: instant("since").notNull().defaultNow(),
    until: instant("until"),
  },
  (t) => [uniqueIndex("meters_of_premises").on(t.premisesId, t.serial)],
)

/** Whose premises are, and in which role. */
export const customerPremises = pgTable(
  "customer_premises",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    premisesId: uuid("premises_id")
      .notNull()
      .references(() => premisesRecords.id),
    role: premisesRoleEnum("role").notNull(),
    /** Whether it is the address of their profile. */
    main: boolean("main").notNull(),
    since: instant("since").notNull().defaultNow(),
    until: instant("until"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("premises_of_customer").on(t.customerId, t.premisesId).where(sql`until is null`),
    uniqueIndex("main_premises_of_customer").on(t.customerId).where(sql`main and until is null`),
    index("customers_of_premises").on(t.premisesId, t.customerId),
  ],
)

/** Accounts whose address has been written and not been made a record of yet. A trigger of accounts adds them. */
export const homesToLink = pgTable("homes_to_link", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
})

/**
 * Records that a request or customer no longer names, written by triggers and by whoever makes records. A job erases the
 * addresses of those that nobody else names.
 */
export const premisesToForget = pgTable("premises_to_forget", {
  premisesId: uuid("premises_id")
    .primaryKey()
    .references(() => premisesRecords.id, { onDelete: "cascade" }),
})

/** What staff should know of a customer. A missing row means nothing yet. */
export const customerCare = pgTable("customer_care", {
  customerId: uuid("customer_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** Written by staff for staff. Nothing that a customer reads names it. */
  notes: text("notes").notNull().default(""),
  notesVersion: integer("notes_version").notNull().default(1),
  needs: text("needs").array().$type<Need[]>().notNull().default(sql`'{}'`),
  /** The language they would rather speak. */
  language: text("language"),
  /** What whoever visits them says at the door. */
  visitPassword: text("visit_password"),
  /** When the customer last told us of needs, also that there are none. Null if they have not been asked. */
  toldAt: instant("told_at"),
  /** Whether we may contact them about more than their requests, and when they last said so. Null if they have not. */
  mayContact: boolean("may_contact"),
  mayContactAt: instant("may_contact_at"),
  /** Of everything but the notes. */
  version: integer("version").notNull().default(1),
})
