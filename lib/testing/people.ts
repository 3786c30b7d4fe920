import { eq, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db, one } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { hashPassword } from "@/lib/identity/passwords/hash-password"
import { startSession } from "@/lib/identity/sessions/start-session"
import type { Actor } from "@/lib/model/actor"
import { CATEGORY_IDS } from "@/lib/model/category"
import type { Premises } from "@/lib/model/premises"
import type { AccountState, Role } from "@/lib/model/role"
import type { RequestToFile } from "@/lib/requests/contract"

export const PASSWORD = "correct horse battery"
const passwordHash = hashPassword(PASSWORD)

export const someVisitor = { address: "192.0.2.7", device: "A test" }

export const premises: Premises = { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB", mprn: "1234567890" }

interface Traits {
  state?: AccountState
  name?: string
  /** False for somebody who has followed no mailed link yet. */
  verified?: boolean
  available?: boolean
  capacity?: number
  categories?: typeof staff.$inferInsert.categories
}

/** A signed-in account that exists in the database; staff are available for everything unless told otherwise. */
export async function makeActor(role: Role, traits: Traits = {}): Promise<Actor> {
  const { state = "active", name = `A ${role}`, verified = true, ...skills } = traits
  const id = v7()
  const person = { id, role, state, name, email: `${id}@example.test`, phone: "0113 496 0000" }
  await db.insert(accounts).values({
    ...person,
    // A deleted account cannot be signed in to, so the session is made before it is deleted.
    state: state === "deleted" ? "active" : state,
    passwordHash: await passwordHash,
    premises: role === "customer" ? premises : null,
    emailVerifiedAt: verified ? new Date() : null,
  })
  if (role !== "customer")
    await db
      .insert(staff)
      .values({ accountId: id, available: role === "staff", capacity: 100, categories: CATEGORY_IDS, ...skills })
  const session = one([await startSession({ id, role }, "api", someVisitor)])
  if (state === "deleted") await db.update(accounts).set({ state }).where(eq(accounts.id, id))
  return { ...someVisitor, id, name, role, state, sessionId: session.id, confirmed: true }
}

export const requestToFile = (changes: Partial<RequestToFile> = {}): RequestToFile => ({
  category: "meter_fault",
  title: "Meter display is blank",
  description: "The display has shown nothing since Monday.",
  premises,
  contactPreference: "phone",
  ...changes,
})

/**
 * Empties the database, for tests that count who is there. It empties the tables that `truncate … cascade` would; for
 * few rows, deleting is much quicker.
 */
export const emptyDatabase = () =>
  db.execute(sql`
    do $$ declare it regclass; begin
      set local session_replication_role = replica;
      for it in
        with recursive emptied (name) as (
          values ('accounts'::regclass), ('request_events'), ('throttles'), ('holidays'), ('canned_replies'),
            ('premises'), ('file_tallies'), ('file_news'), ('request_facts'), ('report_changes'), ('days_to_count'), ('daily_counts'), ('daily_times'), ('monthly_times')
          union select conrelid from pg_constraint join emptied on confrelid = name
        ) select name from emptied
      loop execute format('delete from %s', it); end loop;
      update roster_versions set version = gen_random_uuid();
      update report_progress set terms = null, down_to = null, finished = false;
    end $$`)

export const emailOf = (actor: Actor): string => `${actor.id}@example.test`
