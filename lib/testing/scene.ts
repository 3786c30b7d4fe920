import { v7 } from "uuid"
import { db, one } from "@/db/client"
import { absences, holidays } from "@/db/schema/dispatch"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callOperation, OPERATIONS, sampleCall } from "./call-operation"
import { makeActor, requestToFile } from "./people"
import { sendUpload } from "./uploads"

/** One of each kind of person, and a request between two of them. */
export interface Scene {
  people: Record<"customer" | "staff" | "supervisor" | "administrator", Actor>
  ids: Record<string, string>
  /** Files, which take longer than all the rest: each is made for the first call that names it. */
  files: Record<string, () => Promise<string>>
  /** The version of the request. */
  version: number
}

export const ROLES_IN_SCENE = ["customer", "staff", "supervisor", "administrator"] as const

export async function makeScene(): Promise<Scene> {
  const [customer, staff, supervisor, administrator] = await Promise.all([
    makeActor("customer"),
    makeActor("staff"),
    makeActor("supervisor"),
    makeActor("administrator"),
  ])
  const people = { customer, staff, supervisor, administrator }
  const filed = await fileRequest(people.customer, requestToFile())
  const change = { ...filed, assigneeId: people.staff.id }
  const request = filed.assigneeId === people.staff.id ? filed : await assignRequest(people.supervisor, change)
  const away = { accountId: people.staff.id, startsAt: inDays(40), endsAt: inDays(41) }
  const absence = one(await db.insert(absences).values(away).returning())
  await db.insert(holidays).values({ day: HOLIDAY, name: "A holiday" }).onConflictDoNothing()
  const ids = {
    requests: filed.id,
    staff: people.staff.id,
    absences: absence.id,
    premises: filed.premisesId ?? "",
    customers: people.customer.id,
  }
  const files = {
    attachments: once(async () => {
      const { items } = await attachToRequest(people.customer, filed, (take) => take("note.txt", note()))
      return items[0]?.id ?? ""
    }),
    "attachments/uploads": once(async () => (await sendUpload(people.customer, "note.txt", "a note")).id),
  }
  return { people, ids, files, version: request.version }
}

const HOLIDAY = "2096-12-25"
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function* note() {
  yield Buffer.from("a note")
}

/** Input that names existing rows for a call of an operation, so that tests reach more than `not_found`. */
export async function knownTo(op: Operation, actor: Actor | undefined, scene: Scene): Promise<Record<string, unknown>> {
  const { ids, files, version, people } = scene
  const collection = /^(.*)\/\{\w+\}/.exec(op.path)?.[1]
  const kind = collection?.slice(1) ?? ""
  const id = collection && (ids[kind] ?? (await files[kind]?.()) ?? (await someIn(collection, actor)) ?? v7())
  return { id, day: HOLIDAY, assigneeId: people.supervisor.id, ...(collection === "/requests" && { version }) }
}

async function someIn(collection: string, actor: Actor | undefined): Promise<string | undefined> {
  const at = (method: string) => OPERATIONS.find(([, op]) => op.path === collection && op.method === method)?.[1]
  const [list, create] = [at("get"), at("post")]
  if (create) await callOperation(create, actor, sampleCall(create, {}))
  const response = list && (await callOperation(list, actor, {}))
  const found = response?.ok ? ((await response.json()) as { items?: { id: string }[] }) : undefined
  return found?.items?.[0]?.id
}
