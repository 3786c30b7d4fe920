import { sql } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { deliveries } from "@/db/schema/notifications"
import { closeSilent } from "@/lib/dispatch/outcome/close-silent"
import { followRosters } from "@/lib/dispatch/rosters/follow-rosters"
import { composeDigest } from "@/lib/oversight/notifications/compose-digest"
import { composeNotification } from "@/lib/oversight/notifications/compose-notification"
import { hasNews, makeNotifications } from "@/lib/oversight/notifications/make-notifications"
import { queueNotice } from "@/lib/oversight/notifications/queue-notice"
import { isUnseenSql } from "@/lib/oversight/notifications/read-events"
import type { RetentionSpan } from "@/lib/oversight/privacy/retention-rule"
import { RETENTION_RULES } from "@/lib/oversight/privacy/retention-rules"
import { DEFAULT_RETENTION } from "@/lib/oversight/privacy/retention-settings"
import { refreshReports } from "@/lib/oversight/reports/refresh-reports"
import { checkClocks } from "@/lib/oversight/service-levels/check-clocks"
import { forgetLeftPremises } from "@/lib/requests/premises/forget-left-premises"
import { linkPremises } from "@/lib/requests/premises/link-premises"
import type { Readers } from "./people"
import type { Case } from "./run"

/** What has no time by default is asked with this. */
const LONG: RetentionSpan = "6 months"

const undone = new Error("Undone.")

/** Does something, and then undoes it. */
const tried = (work: (tx: Tx) => Promise<unknown>) => () =>
  transaction(async (tx) => {
    await work(tx)
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })

/** What is done by itself, again and again: each costs what there is to do, and not what there ever was. */
export async function* jobCases({ largest, customer, busiest }: Readers): AsyncGenerator<Case> {
  const nowhere = sql`pg_current_snapshot()`
  const jobs: [name: string, run: () => Promise<unknown>][] = [
    ["clocks", checkClocks],
    ["silent requests", closeSilent],
    ["news", hasNews],
    [
      "news of nothing",
      () => db.execute(sql`select from request_events where ${isUnseenSql(nowhere, nowhere)} limit 1`),
    ],
    ["notifications", makeNotifications],
    ["queue that grows", tried((tx) => queueNotice(tx, [], 400))],
    ["reports", refreshReports],
    ["rosters", followRosters],
    ["premises to link", linkPremises],
    ["premises to forget", forgetLeftPremises],
  ]
  for (const [name, run] of jobs) yield { page: "job", role: "nobody", name, run }
  for (const [role, { id: accountId }] of Object.entries({ largest, customer, busiest })) {
    const run = tried((tx) => composeDigest(tx, { kind: "digest", accountId }))
    yield { page: "job", role, name: "daily summary", run }
  }
  const waiting = await db.select().from(deliveries).where(sql`state = 'waiting'`).limit(3)
  for (const { id: deliveryId, accountId } of waiting) {
    const run = tried((tx) => composeNotification(tx, { kind: "notification", accountId, deliveryId }))
    yield { page: "job", role: "nobody", name: "email", run }
  }
  for (const { name, after, often, apply } of RETENTION_RULES) {
    const span = after(DEFAULT_RETENTION) ?? LONG
    // What is done at night reads all that is old. Of the others nothing is left to do after the first time.
    const run = async () => {
      for await (const _ of apply(span, often === "nightly"));
    }
    yield { page: "retention", role: often, name, run }
  }
}
