import type { Actor } from "@/lib/model/actor"
import { may, reachesOnlyNamed } from "@/lib/model/policy"
import type { PresenceNews } from "@/lib/requests/presence/contract"
import type { WrittenBell } from "./bells-since-sql"
import type { Change, FileNews } from "./contract"
import { formatCursor } from "./cursor"
import type { WrittenFiles } from "./files-since-sql"
import { mayBeAlerted, mayHear, mayHearOfFiles, mayHearOfPresence } from "./may-hear"
import type { WrittenPresence } from "./presences-since-sql"
import type { Written, WrittenChange } from "./read-changes"

/** Server-sent events (WHATWG HTML, 9.2): each ends with an empty line, and `id` is where the client goes on from. */
const message = (event: string, data: object, id?: string) =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Says nothing, so that proxies and clients see that the connection is alive. */
export const HEARTBEAT = ": still here\n\n"

/** Changes are told from here on. */
export const readyMessage = (snapshot: string) => message("ready", {}, idOf(snapshot))

/** What was missed cannot be told: the client reads again what it shows. */
export const resetMessage = (snapshot: string) => message("reset", {}, idOf(snapshot))

/** What of a part of the log this actor may be told; empty when that is nothing. The last message names where it ends. */
export function changeMessages(actor: Actor, { snapshot, changes, presences, bells, files }: Written): string {
  if (!changes) return resetMessage(snapshot)
  const told = candidates(actor, changes).filter((change) => mayHear(actor, change))
  const messages = told.map(changeMessage)
  if (isAlerted(actor, changes, told)) messages.push(message("alert", {}))
  for (const presence of presences)
    if (mayHearOfPresence(actor, presence)) messages.push(message("presence", shownPresence(actor, presence)))
  for (const place of files) if (mayHearOfFiles(actor, place)) messages.push(message("files", shownPlace(place)))
  const bell = bellFor(actor, bells)
  if (bell) messages.push(message("bell", bell))
  const last = messages.pop()
  return last === undefined ? "" : `${messages.join("")}id: ${idOf(snapshot)}\n${last}`
}

function isAlerted(actor: Actor, changes: readonly WrittenChange[], told: readonly WrittenChange[]): boolean {
  return mayBeAlerted(actor) && changes.some((it) => it.isAlarming && !told.includes(it))
}

/** Of many who listen most are told of nothing: they are not asked about what does not name them. */
const candidates = (actor: Actor, changes: readonly WrittenChange[]): readonly WrittenChange[] =>
  reachesOnlyNamed(actor, "request.read") ? (byName(changes).get(actor.id) ?? []) : changes

const byName = onceOf((changes: readonly WrittenChange[]) => {
  const named = new Map<string, WrittenChange[]>()
  for (const change of changes)
    for (const id of new Set([change.customerId, change.assigneeId, change.leftId, ...change.openTo])) {
      if (id) named.set(id, [...(named.get(id) ?? []), change])
    }
  return named
})

/** The count is for those whose it is. That emails came or went is for all who may read them: their pages tell of them. */
function bellFor(actor: Actor, bells: readonly WrittenBell[]): { unread?: number; email: boolean } | undefined {
  if (bells.length === 0) return undefined
  const own = may(actor, "notification.read") ? bells.find((it) => it.accountId === actor.id)?.unread : undefined
  const email = may(actor, "inbound-mail.read") && bells.some((it) => it.email)
  return typeof own === "number" ? { unread: own, email } : email ? { email } : undefined
}

const changeMessage = onceOf((change: WrittenChange) => message("change", shown(change)))

/** Remembers what was made of something as long as that is in use, since it is told to many. */
function onceOf<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

const idOf = (snapshot: string) => formatCursor({ at: Date.now(), snapshot })

/** Field by field: nothing else of a written change leaves the server. */
const shown = ({ requestId, reference, kind, version, at }: WrittenChange): Change => ({
  requestId,
  reference,
  kind,
  version,
  at,
})

const shownPlace = ({ requestId, draftId }: WrittenFiles): FileNews => ({ requestId, draftId })

/** Nobody is told of themselves. */
const shownPresence = ({ id }: Actor, { requestId, people }: WrittenPresence): PresenceNews => ({
  requestId,
  items: people.filter((it) => it.id !== id),
})
