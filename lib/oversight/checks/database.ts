import { setTimeout as sleep } from "node:timers/promises"
import { type SQL, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { missingMigrations } from "@/db/migrate"
import { env } from "@/lib/runtime/env"
import { type Check, Wrong } from "./check"

const OLDEST = 150_000
const PATIENCE = 5000
/** Codes of a second factor hold for half a minute, and each side's clock is believed somewhere. */
const MOST_SKEW = 5000

async function ask<R extends Record<string, unknown>>(question: SQL) {
  const silence = sleep(PATIENCE, undefined, { ref: false }).then(() => {
    throw new Wrong("it does not respond within 5 seconds")
  })
  return one(await Promise.race([db.execute<R>(question), silence]))
}

export const database: Check = {
  name: "Database",
  async look() {
    const { host, pathname } = new URL(env().DATABASE_URL)
    const { number, version, user } = await ask<{ number: number; version: string; user: string }>(sql`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        current_user as user`)
    if (number < OLDEST) throw new Wrong(`PostgreSQL ${version} is too old: 15 or later is needed`)
    return `PostgreSQL ${version}, ${user} on ${host}${pathname}`
  },
}

export const schema: Check = {
  name: "Schema",
  async look() {
    const [first, ...others] = await missingMigrations(env().DATABASE_DIRECT_URL)
    if (!first) return "up to date"
    const more = others.length > 0 ? ` and ${others.length} more` : ""
    if (env().MIGRATIONS === "manual") throw new Wrong(`${first}${more} pending: run npm run db:migrate`)
    return `${first}${more} pending, applied at the next start`
  },
}

export const clock: Check = {
  name: "Clock",
  async look() {
    const asked = Date.now()
    const { at } = await ask<{ at: number }>(sql`select extract(epoch from clock_timestamp())::float8 * 1000 as at`)
    const skew = Math.round(at - (asked + Date.now()) / 2)
    if (Math.abs(skew) > MOST_SKEW)
      throw new Wrong(`it differs from the database's clock by ${Math.abs(skew)} ms: set it with NTP`)
    return `${Math.abs(skew)} ms from the database's clock`
  },
}

export const timeZone: Check = {
  name: "Time zone",
  async look() {
    const { TIME_ZONE } = env()
    const { known } = await ask<{ known: boolean }>(
      sql`select exists (select from pg_timezone_names where name = ${TIME_ZONE}) as known`,
    )
    if (!known) throw new Wrong(`the database does not know ${TIME_ZONE}`)
    return `${TIME_ZONE}, where it is ${new Date().toLocaleString("en-GB", { timeZone: TIME_ZONE })}`
  },
}
