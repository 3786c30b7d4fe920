import { v7 } from "uuid"
import { attachFiles } from "@/lib/attachments/attach"
import type { Actor } from "@/lib/auth/actor"
import type { Operation } from "@/lib/http/operation"
import { assignRequest } from "@/lib/requests/assign"
import { fileRequest } from "@/lib/requests/file"
import { callOperation, OPERATIONS, sampleCall } from "./call-operation"
import { makeActor, requestToFile } from "./people"

/** One of each kind of person, and a request with a file between two of them. */
export interface Scene {
  people: Record<"customer" | "staff" | "supervisor" | "administrator", Actor>
  ids: Record<string, string>
  /** Of the request. */
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
  const { items } = await attachFiles(people.customer, filed, (take) => take("note.txt", note()))
  const ids = { requests: filed.id, attachments: items[0]?.id ?? "", staff: people.staff.id }
  return { people, ids, version: request.version }
}

async function* note() {
  yield Buffer.from("a note")
}

/** What a call of an operation has to name to find something that is there, so that more than its absence is tried. */
export async function knownTo(op: Operation, actor: Actor | undefined, scene: Scene): Promise<Record<string, unknown>> {
  const { ids, version, people } = scene
  const collection = /^(.*)\/\{\w+\}/.exec(op.path)?.[1]
  const id = collection && (ids[collection.slice(1)] ?? (await someIn(collection, actor)) ?? v7())
  return { id, assigneeId: people.supervisor.id, ...(collection === "/requests" && { version }) }
}

async function someIn(collection: string, actor: Actor | undefined): Promise<string | undefined> {
  const at = (method: string) => OPERATIONS.find(([, op]) => op.path === collection && op.method === method)?.[1]
  const [list, create] = [at("get"), at("post")]
  if (create) await callOperation(create, actor, sampleCall(create, {}))
  const response = list && (await callOperation(list, actor, {}))
  const found = response?.ok ? ((await response.json()) as { items?: { id: string }[] }) : undefined
  return found?.items?.[0]?.id
}
