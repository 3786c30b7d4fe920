import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm"
import { db, type Executor, type Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { mentions } from "@/db/schema/conversation"
import type { Actor } from "@/lib/model/actor"
import type { NamedPerson } from "@/lib/model/person"
import { may, type Resource } from "@/lib/model/policy"
import { findRequest } from "@/lib/requests/get-request"
import { authorizeNote } from "./may-leave-note"
import { mentionsIn } from "./mentions-in"

const MOST = 10

/**
 * Colleagues whom a note on a request can mention, by the beginning of a name.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export async function listMentionable(actor: Actor, { id, q = "" }: { id: string; q?: string }) {
  const request = await findRequest(id)
  authorizeNote(actor, request)
  const begins = `${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`
  const found = await colleaguesWho(
    db,
    actor,
    request,
    sql`(lower(${accounts.name}) like ${begins} or lower(${accounts.name}) like ${`% ${begins}`})`,
  )
  const items = found.filter(({ sees }) => sees).slice(0, MOST)
  return { items: items.map(named) }
}

/** Whom a note mentions, and whom it names though they cannot see the request, so that they are not told. */
export interface Mentions {
  mentioned: NamedPerson[]
  unreached: NamedPerson[]
}

/** Keeps whom a note mentions, and returns them. */
export async function keepMentions(
  tx: Tx,
  actor: Actor,
  request: Resource,
  note: { eventId: number; text: string },
): Promise<Mentions> {
  if (!note.text.includes("@")) return { mentioned: [], unreached: [] }
  const begins = sql`position('@' || lower(split_part(${accounts.name}, ' ', 1)) in ${note.text.toLowerCase()}) > 0`
  const colleagues = await colleaguesWho(tx, actor, request, begins)
  const seeing = colleagues.filter(({ sees }) => sees)
  const mentioned = mentionsIn(note.text, seeing)
  const unreached = mentionsIn(note.text, colleagues).filter((it) => !seeing.some(({ id }) => id === it.id))
  if (mentioned.length > 0)
    await tx.insert(mentions).values(mentioned.map(({ id }) => ({ eventId: note.eventId, accountId: id })))
  return { mentioned: mentioned.map(named), unreached: unreached.map(named) }
}

interface Colleague extends NamedPerson {
  /** Whether they may read the notes of the request. */
  sees: boolean
}

const named = ({ id, name }: NamedPerson): NamedPerson => ({ id, name })

/** Other active members of staff, by name. */
async function colleaguesWho(executor: Executor, actor: Actor, request: Resource, which: SQL): Promise<Colleague[]> {
  const rows = await executor
    .select({ id: accounts.id, name: accounts.name, role: accounts.role, state: accounts.state })
    .from(accounts)
    .where(and(ne(accounts.role, "customer"), eq(accounts.state, "active"), ne(accounts.id, actor.id), which))
    .orderBy(asc(accounts.name), asc(accounts.id))
  return rows.map((it) => ({ ...named(it), sees: may({ ...it, ...NO_SESSION }, "note.read", request) }))
}

/** The policy asks for who somebody is, and not how they are signed in. */
const NO_SESSION = { sessionId: "", address: "", device: "" }
