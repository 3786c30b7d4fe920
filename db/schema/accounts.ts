import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { CATEGORY_IDS } from "@/lib/model/category"
import type { Levels } from "@/lib/model/level"
import type { Premises } from "@/lib/model/premises"
import { ACCOUNT_STATES, ROLES } from "@/lib/model/role"
import { createdAt, id, instant } from "./columns"

export const roleEnum = pgEnum("role", ROLES)
export const accountStateEnum = pgEnum("account_state", ACCOUNT_STATES)
export const categoryEnum = pgEnum("category", CATEGORY_IDS)

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    role: roleEnum("role").notNull(),
    state: accountStateEnum("state").notNull().default("active"),
    name: text("name").notNull(),
    email: text("email").notNull(),
    phone: text("phone").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** The premises where a customer is supplied. Staff have none. */
    premises: jsonb("premises").$type<Premises>(),
    /** When a mailed link showed whose the address is. Until then only a customer's emergencies are assigned. */
    emailVerifiedAt: instant("email_verified_at"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("accounts_email_key").on(sql`lower(${t.email})`),
    index("accounts_name_words").using("gin", sql`to_tsvector('simple', ${t.name})`),
    index("accounts_deleted").on(t.id).where(sql`state = 'deleted'`),
  ],
)

/** The part of a member of staff that assignment reads. A table of its own, because every assignment writes here. */
export const staff = pgTable(
  "staff",
  {
    accountId: uuid("account_id")
      .primaryKey()
      .references(() => accounts.id, { onDelete: "cascade" }),
    available: boolean("available").notNull().default(false),
    /** How many open requests this person can have. Emergencies are assigned beyond it. */
    capacity: integer("capacity").notNull(),
    categories: categoryEnum("categories").array().notNull(),
    /** Levels from 1 to 3 by category; 1 for a category that is missing. */
    levels: jsonb("levels").$type<Levels>().notNull().default({}),
    /** Beginnings of postcodes, such as LS or M1. An empty list means everywhere. */
    areas: text("areas").array().notNull().default(sql`'{}'`),
    /** A short id for assignment decisions, which name every candidate. */
    number: integer("number").notNull().generatedAlwaysAsIdentity().unique(),
    /** The number of open requests, which a trigger on service_requests keeps, so that no verb can forget it. */
    openRequests: integer("open_requests").notNull().default(0),
    /** The open requests by the weight of their priority, kept by the trigger. */
    openWeight: integer("open_weight").notNull().default(0),
    openEmergencies: integer("open_emergencies").notNull().default(0),
    /** The number of this person's last assignment, counted over all staff: the smallest has waited longest. */
    turn: bigint("turn", { mode: "number" }).notNull().default(0),
    /** Read by versions up to 0.5 only. It goes in the release after the next, with its index and trigger. */
    loadChange: bigint("load_change", { mode: "number" }).notNull().default(0),
    /** The shift that is on or comes next, worked out from the roster. Neither is set for people without one. */
    shiftFrom: instant("shift_from"),
    shiftUntil: instant("shift_until"),
    onCallFrom: instant("on_call_from"),
    onCallUntil: instant("on_call_until"),
    absentFrom: instant("absent_from"),
    absentUntil: instant("absent_until"),
    /** The team, as the utility calls it. */
    team: text("team"),
  },
  (t) => [index("staff_by_load_change").on(t.loadChange)],
)

export const invitations = pgTable("invitations", {
  id: id(),
  email: text("email").notNull(),
  role: roleEnum("role").notNull(),
  codeHash: text("code_hash").notNull().unique(),
  invitedBy: uuid("invited_by")
    .notNull()
    .references(() => accounts.id),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
  revokedAt: instant("revoked_at"),
  createdAt: createdAt(),
})
