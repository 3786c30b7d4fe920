import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { byName, FORM_FIELD, typedValues } from "./form-state"

/** A submitted form whose action this build does not have, because the app was replaced after the page was opened. */
export interface OutdatedForm {
  /** The page it was sent from. */
  path: string
  /** The prefix that identifies it on its page; undefined when the form gives none. */
  form?: string
  /** The typed values without passwords. */
  values: Record<string, string | string[]>
}

/** The header in which the proxy passes the form to the page. `stampRequests` removes it from outside requests. */
export const OUTDATED_FORM = "x-outdated-form"

/** The limit that Next itself has for forms. */
const LARGEST = 1024 * 1024
const FILE = ".next/server/server-reference-manifest.json"

/** The name of that field up to 0.6, whose pages are the ones that are outdated. */
const FORM_FIELD_BEFORE = "$ACTION_FORM"

type Actions = Record<string, { workers: Record<string, unknown> }>
let known: Actions | undefined

/**
 * The outdated form in a request, if there is one. Next would answer it with plain text and lose what was typed. With
 * scripts, Next names the action in a header instead, and `Form` handles it.
 */
export async function outdatedFormOf(request: Request): Promise<OutdatedForm | undefined> {
  const { headers, method, url } = request
  if (method !== "POST" || headers.has("next-action") || process.env.NODE_ENV !== "production") return undefined
  if (!headers.get("content-type")?.startsWith("multipart/form-data")) return undefined
  // Browsers always say how long a form is; what does not is not read to its end here.
  const length = headers.get("content-length")
  if (length === null || Number(length) > LARGEST) return undefined
  const data = await request
    .clone()
    .formData()
    .catch(() => undefined)
  return data && outdated(data, new URL(url).pathname, knownActions())
}

function knownActions(): Actions {
  known ??= (JSON.parse(readFileSync(resolve(/* turbopackIgnore: true */ FILE), "utf8")) as { node: Actions }).node
  return known
}

/**
 * Whether a form that was sent with scripts names an action of another page. Next would hand it on to that page, by a call
 * to itself that fails. What no page has, Next refuses.
 */
export function isOfAnotherPage({ headers, method, url }: Request, actions?: Actions): boolean {
  const id = headers.get("next-action")
  if (method !== "POST" || id === null || (process.env.NODE_ENV !== "production" && !actions)) return false
  const action = new Map(Object.entries(actions ?? knownActions())).get(id)
  return action !== undefined && !isFoundAt(new URL(url).pathname, action)
}

/** @param known the actions of this build, and which pages have them */
export function outdated(data: FormData, path: string, known: Actions): OutdatedForm | undefined {
  if (actionsIn(data).every((id) => isFoundAt(path, known[id]))) return undefined
  const form = data.get(FORM_FIELD) ?? data.get(FORM_FIELD_BEFORE)
  return { path, form: typeof form === "string" ? form : undefined, values: typedValues(data) }
}

/** Action ids that React writes into a form for browsers without scripts. */
function actionsIn(data: FormData): string[] {
  const fields = byName(data)
  return [...fields.keys()].flatMap((key) => {
    const [, kind, rest = ""] = /^\$ACTION_(ID|REF)_(.*)$/s.exec(key) ?? []
    if (kind === "ID") return isId(rest) ? [rest] : []
    const described = kind === "REF" ? fields.get(`$ACTION_${rest}:0`)?.[0] : undefined
    const [, id = ""] = typeof described === "string" ? (/^\{"id":"([^"]*)"/.exec(described) ?? []) : []
    return isId(id) ? [id] : []
  })
}

const isId = (text: string) => /^[0-9a-f]{42}$/.test(text)

function isFoundAt(path: string, action: Actions[string] | undefined): boolean {
  return Object.keys(action?.workers ?? {}).some((page) => patternOf(page).test(path))
}

/**
 * The path pattern of a page file: `app/(desk)/desk/requests/[id]/page` serves /desk/requests/1. Actions of the
 * not-found page are on every page.
 */
function patternOf(page: string): RegExp {
  const segments = page.split("/").slice(1, -1)
  if (segments.includes("_not-found")) return /./
  const visible = segments.filter((it) => !it.startsWith("("))
  return new RegExp(`^/${visible.map((it) => (it.startsWith("[") ? "[^/]+" : it)).join("/")}$`)
}
