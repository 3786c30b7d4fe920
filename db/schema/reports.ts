import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { DIMENSIONS } from "@/lib/model/dimension"
import { TARGETS } from "@/lib/model/target"
import { categoryEnum } from "./accounts"
import { instant } from "./columns"

export const dimensionEnum = pgEnum("dimension", DIMENSIONS)
export const targetEnum = pgEnum("target", TARGETS)

/**
 * Requests that have changed since their facts were read, written by a trigger. Rows are only added, so that whoever
 * changes a request waits for nobody.
 */
export const reportChanges = pgTable("report_changes", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  requestId: uuid("request_id").notNull(),
})

/**
 * What reports say of each request, as its timeline had it when it was last read. There is no foreign key: the facts of
 * a deleted request stay until its days have been counted again.
 */
export const requestFacts = pgTable(
  "request_facts",
  {
    requestId: uuid("request_id").primaryKey(),
    /** Days of the utility's time zone. */
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    resolvedOn: date("resolved_on", { mode: "string" }),
    category: categoryEnum("category").notNull(),
    assigneeId: uuid("assignee_id"),
    /** The postcode district; empty when the postcode has been erased. */
    area: text("area").notNull(),
    /** Seconds that counted until each target was met; null while it is not. */
    acknowledgeTime: integer("acknowledge_time"),
    firstResponseTime: integer("first_response_time"),
    resolutionTime: integer("resolution_time"),
    /** Whether each was met in time; null while that is open. */
    acknowledgeKept: boolean("acknowledge_kept"),
    firstResponseKept: boolean("first_response_kept"),
    resolutionKept: boolean("resolution_kept"),
    /** An open request that has missed a target which is still to be met. */
    overdue: boolean("overdue").notNull(),
    /** When the next target will be missed unless something happens before, which is when to read it again. */
    lookAt: instant("look_at"),
  },
  (t) => [
    index("facts_received").on(t.receivedOn),
    index("facts_resolved").on(t.resolvedOn).where(sql`resolved_on is not null`),
    index("facts_received_of_category").on(t.category, t.receivedOn),
    index("facts_resolved_of_category").on(t.category, t.resolvedOn).where(sql`resolved_on is not null`),
    index("facts_received_of_assignee").on(t.assigneeId, t.receivedOn),
    index("facts_resolved_of_assignee").on(t.assigneeId, t.resolvedOn).where(sql`resolved_on is not null`),
    index("facts_overdue").on(t.assigneeId, t.category).where(sql`overdue`),
    index("facts_to_look_at").on(t.lookAt).where(sql`look_at is not null`),
  ],
)

/** Days whose figures have to be counted again. */
export const daysToCount = pgTable("days_to_count", { day: date("day", { mode: "string" }).primaryKey() })

/** How many requests were received and resolved on a day, and of those received how many kept or missed each target. */
export const dailyCounts = pgTable(
  "daily_counts",
  {
    day: date("day", { mode: "string" }).notNull(),
    dimension: dimensionEnum("dimension").notNull(),
    /** The category, account or area; empty for everything, nobody and no area. */
    key: text("key").notNull(),
    received: integer("received").notNull(),
    resolved: integer("resolved").notNull(),
    acknowledgeKept: integer("acknowledge_kept").notNull(),
    acknowledgeMissed: integer("acknowledge_missed").notNull(),
    firstResponseKept: integer("first_response_kept").notNull(),
    firstResponseMissed: integer("first_response_missed").notNull(),
    resolutionKept: integer("resolution_kept").notNull(),
    resolutionMissed: integer("resolution_missed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dimension, t.day, t.key] })],
)

/** How many of the requests received on a day took how long to meet a target, by steps of a fifth. */
export const dailyTimes = pgTable(
  "daily_times",
  {
    day: date("day", { mode: "string" }).notNull(),
    dimension: dimensionEnum("dimension").notNull(),
    key: text("key").notNull(),
    target: targetEnum("target").notNull(),
    /** From 1.2 to the power of `step` seconds up to the next. */
    step: smallint("step").notNull(),
    requests: integer("requests").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dimension, t.day, t.key, t.target, t.step] })],
)

/** The same by month, so that a year is read from few rows. `month` is its first day. */
export const monthlyTimes = pgTable(
  "monthly_times",
  {
    month: date("month", { mode: "string" }).notNull(),
    dimension: dimensionEnum("dimension").notNull(),
    key: text("key").notNull(),
    target: targetEnum("target").notNull(),
    step: smallint("step").notNull(),
    requests: integer("requests").notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.dimension, t.key, t.target, t.step] })],
)

/** One row: how far the first reading of all requests has come, newest first, and by which terms they were judged. */
export const reportProgress = pgTable(
  "report_progress",
  {
    only: boolean("only").primaryKey().default(true),
    /** The service levels, holidays and time zone, as a hash. When they change, all requests are read again. */
    terms: text("terms"),
    /** The oldest request read so far. Null before the first. */
    downTo: uuid("down_to"),
    finished: boolean("finished").notNull().default(false),
  },
  (t) => [check("report_progress_only_one", sql`${t.only}`)],
)
