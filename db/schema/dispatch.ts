import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  json,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uuid,
} from "drizzle-orm/pg-core"
import { DUTIES } from "@/lib/model/duty"
import { ESCALATION_LEVELS } from "@/lib/model/escalation-level"
import { DANGER_CHECK_OUTCOMES } from "@/lib/model/hazard"
import type { StoredDecision } from "@/lib/model/kept-decision"
import type { Tells } from "@/lib/model/tells"
import { accounts } from "./accounts"
import { createdAt, id, instant } from "./columns"
import { serviceRequests } from "./requests"

export const dutyEnum = pgEnum("duty", DUTIES)
export const dangerCheckOutcomeEnum = pgEnum("danger_check_outcome", DANGER_CHECK_OUTCOMES)
export const rungEnum = pgEnum("rung", ESCALATION_LEVELS)

/** When a person works each week, in the utility's time zone. One that ends no later than it starts ends the next day. */
export const shifts = pgTable(
  "shifts",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    duty: dutyEnum("duty").notNull(),
    /** 1 is Monday, 7 is Sunday. */
    weekday: smallint("weekday").notNull(),
    startsAt: time("starts_at", { precision: 0 }).notNull(),
    endsAt: time("ends_at", { precision: 0 }).notNull(),
  },
  (t) => [index("shifts_by_account").on(t.accountId), check("shifts_weekday", sql`${t.weekday} between 1 and 7`)],
)

/** When a person is not there although the week says so. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** For supervisors only. */
    reason: text("reason"),
    createdAt: createdAt(),
  },
  (t) => [
    index("absences_by_account").on(t.accountId, t.endsAt),
    check("absences_take_time", sql`${t.startsAt} < ${t.endsAt}`),
  ],
)

/** Days on which nobody works a shift. People on call are on call all the same. */
export const holidays = pgTable("holidays", {
  day: date("day", { mode: "string" }).primaryKey(),
  name: text("name").notNull(),
})

/**
 * One row, whose version changes with everything that decides which candidates are eligible, except their loads, so that
 * a process knows when to read the staff again.
 */
export const rosterVersions = pgTable(
  "roster_versions",
  {
    id: boolean("id").primaryKey().default(true),
    version: uuid("version").notNull().defaultRandom(),
    /** By which clock the windows of everybody were worked out. */
    zone: text("zone"),
  },
  (t) => [check("roster_versions_one_row", sql`${t.id}`)],
)

/** Why a request went to whom: everything that was weighed, so that it can be told and weighed again. */
export const assignmentDecisions = pgTable(
  "assignment_decisions",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    decision: json("decision").$type<StoredDecision>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("decisions_by_request").on(t.requestId, t.id)],
)

/** Where an emergency is on its way to somebody who says that they have it. One row each. */
export const emergencies = pgTable(
  "emergencies",
  {
    requestId: uuid("request_id")
      .primaryKey()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    rung: rungEnum("rung").notNull(),
    /** Nobody in particular on the last rung, where it is every supervisor's. */
    offeredTo: uuid("offered_to").references(() => accounts.id),
    offeredAt: instant("offered_at").notNull().defaultNow(),
    /** When the emergency escalates to the next level, unless it is acknowledged before. */
    dueAt: instant("due_at").notNull(),
    /** Which offer this is, from 1; a job that is about an earlier one has nothing to do. */
    offer: integer("offer").notNull().default(1),
    /** Everybody it was offered to so far. */
    offered: uuid("offered").array().notNull(),
    acknowledgedBy: uuid("acknowledged_by").references(() => accounts.id),
    acknowledgedAt: instant("acknowledged_at"),
    /** How often it has begun with the candidates, from 1, and when it last did. */
    round: integer("round").notNull().default(1),
    roundAt: instant("round_at").notNull().defaultNow(),
    /** What it and the reports at its premises tell of, as far as whoever acknowledges it can know. */
    tells: text("tells").$type<Tells>().array().notNull().default(sql`'{}'`),
    /** The version of the request that told of more for the last time: whoever saw an earlier one has not read that. */
    toldVersion: integer("told_version").notNull().default(0),
    /** Its assignee had confirmed it and was asked to confirm what came since: they keep it, whoever is told. */
    askedAgain: boolean("asked_again").notNull().default(false),
  },
  (t) => [
    index("emergencies_open").on(t.dueAt).where(sql`acknowledged_at is null`),
    index("emergencies_unacknowledged").on(t.requestId).where(sql`acknowledged_at is null`),
  ],
)

/** Who was written to about an emergency that nobody has acknowledged, so that nobody is written to without end. */
export const emergencyNotices = pgTable(
  "emergency_notices",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    times: integer("times").notNull().default(1),
    /** When the last mail was queued. */
    sentAt: instant("sent_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.accountId] }),
    index("emergency_notices_of_account").on(t.accountId, t.sentAt),
  ],
)

/**
 * Requests whose words may tell of a danger, until somebody on duty says whether they do. Unanswered at `due_at`, the
 * request becomes an emergency.
 */
export const dangerChecks = pgTable(
  "danger_checks",
  {
    requestId: uuid("request_id")
      .primaryKey()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    dueAt: instant("due_at").notNull(),
    outcome: dangerCheckOutcomeEnum("outcome"),
    /** Null when nobody answered in time. */
    decidedBy: uuid("decided_by").references(() => accounts.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("danger_checks_open").on(t.dueAt).where(sql`outcome is null`)],
)

/**
 * When to look next at how a request stands against its service levels, and what was said of it already. The clock
 * itself is computed from the timeline, never kept.
 */
export const clockChecks = pgTable(
  "clock_checks",
  {
    requestId: uuid("request_id")
      .primaryKey()
      .references(() => serviceRequests.id, { onDelete: "cascade" }),
    checkAt: instant("check_at"),
    warned: text("warned").array().notNull().default(sql`'{}'`),
    breached: text("breached").array().notNull().default(sql`'{}'`),
    /**
     * When the next unmet target of an open request is due, as the last look found, for lists sorted by it. `-infinity` until
     * the first look, `infinity` while it waits for its customer or beside another, null when nothing is left to meet.
     */
    dueAt: instant("due_at"),
  },
  (t) => [
    index("clock_checks_due").on(t.checkAt).where(sql`check_at is not null`),
    index("clock_checks_by_due").on(t.dueAt, t.requestId).where(sql`due_at is not null`),
  ],
)
