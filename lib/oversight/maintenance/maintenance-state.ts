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

/** The name of the settings row that tells every process. Without the row the app serves. */
export const MAINTENANCE_ROW = "maintenance"

const EVERY = 3000

let known: Maintenance | undefined

/** The maintenance notice this process knows of, or undefined while the app serves. It costs no query. */
export const maintenance = (): Maintenance | undefined => (env().MAINTENANCE === "1" ? (known ?? {}) : known)

/** The maintenance notice in the database. */
export async function readMaintenance(): Promise<Maintenance | undefined> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, MAINTENANCE_ROW))
  return row && Maintenance.parse(row.value)
}

/**
 * Updates this process's knowledge from the database. While the database cannot answer, such as during a restore, the
 * last knowledge stays.
 */
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
