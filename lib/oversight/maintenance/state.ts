import { eq } from "drizzle-orm"
import { z } from "zod"
import { db } from "@/db/client"
import { settings } from "@/db/schema/records"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"

export const Maintenance = z.object({
  /** Why, for customers. */
  message: z.string().max(300).optional(),
  /** When it is expected to be over. */
  until: z.iso.datetime().optional(),
})
export type Maintenance = z.infer<typeof Maintenance>

/** The row among the settings that says so to every process. Nothing there means that the app serves. */
export const ROW = "maintenance"

const EVERY = 3000

let known: Maintenance | undefined

/** Whether the app is closed for maintenance, as this process has last heard; costs nothing to ask. */
export const maintenance = (): Maintenance | undefined => (env().MAINTENANCE === "1" ? (known ?? {}) : known)

/** What the row says. */
export async function readMaintenance(): Promise<Maintenance | undefined> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, ROW))
  return row && Maintenance.parse(row.value)
}

/** Asks the database. While it cannot answer, such as during a restore, what was known stays. */
export async function lookForMaintenance(): Promise<void> {
  try {
    const before = known !== undefined
    known = await readMaintenance()
    if (before !== (known !== undefined)) log.warn(known ? "maintenance begins" : "maintenance is over")
  } catch (err) {
    log.debug({ err }, "the maintenance state is not known")
  }
}

/** Looks now and every few seconds, for as long as the process lives. */
export async function followMaintenance(): Promise<void> {
  await lookForMaintenance()
  setInterval(lookForMaintenance, EVERY).unref()
}
