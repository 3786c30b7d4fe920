/** The state of a form after the server's answer. Keys are dotted paths such as `premises.postcode`. */
export interface FormState {
  /** Values to fill the form with again; never a password. */
  values?: Record<string, string | string[]>
  errors?: Record<string, string>
  /** Said about the form as a whole: a conflict, a throttle. */
  message?: string
  /** True when nothing was saved because the thing was changed by somebody else meanwhile. */
  stale?: boolean
  /** True when nobody answered: it may have been saved or not. */
  away?: boolean
  /** Where to show again who one is before this is sent again. */
  confirm?: string
  /** Answers to a question that only came up by what was sent. */
  offers?: { value: string; label: string; hint?: string }[]
  /** A result that is shown once and nowhere else. */
  result?: Record<string, string>
}

/** A server action that a form can drive. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

export type FormValues = { [name: string]: unknown }

/** Says which form of its page is sent, by its prefix. Next would take a name that begins like its own out of the form. */
export const FORM_FIELD = "form:prefix"

/** Says for whom the page was made that a form is sent from. */
export const ACCOUNT_FIELD = "form:account"

/** The same of what scripts of a page send as JSON. */
export const ACCOUNT_HEADER = "x-account"

/** Says what a form is about that has no id: what was typed into it is kept, and comes up again for nothing else. */
export const ABOUT_FIELD = "form:about"

/** Names what is sent, so that it is done once. */
export const ONCE_FIELD = "form:once"

const OURS = [FORM_FIELD, ACCOUNT_FIELD, ABOUT_FIELD, ONCE_FIELD]

/** What the framework and the form itself send along, which nobody typed. */
const isOurs = (key: string) => key.startsWith("$ACTION") || OURS.includes(key)

const UNSAFE = new Set(["__proto__", "constructor", "prototype"])

/** Fields whose value is taken as it is and never sent back. */
const SECRET = /password/i

/**
 * The values of a form, read the same way in the browser and on the server: `a.b` nests; `name[]` is always a list,
 * empty when nothing was ticked. Other empty fields are absent, so that optional fields stay optional.
 */
export function readForm(data: FormData): FormValues {
  const values: FormValues = {}
  for (const [key, all] of byName(data)) {
    const path = key.replace(/\[\]$/, "").split(".")
    if (isOurs(key) || path.some((part) => part === "" || UNSAFE.has(part))) continue
    const entries = SECRET.test(key) ? all.filter((entry) => entry !== "") : all.filter(isFilled).map(unified)
    const isAnswer = key.endsWith("[]") && all.some((entry) => typeof entry === "string")
    // The group of an empty field is there all the same, so that each of its fields says what it misses.
    groupOf(values, path)
    if (isAnswer || entries.length > 1) put(values, path, entries)
    else if (entries.length > 0) put(values, path, key.endsWith("[]") ? entries : entries[0])
  }
  return values
}

/** The typed text under its dotted names, to be sent back with errors. Files and passwords cannot be. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [key, all] of byName(data)) {
    if (isOurs(key) || SECRET.test(key)) continue
    const texts = all.filter((entry) => typeof entry === "string")
    const name = key.replace(/\[\]$/, "")
    if (texts.length > 0) values[name] = key.endsWith("[]") ? texts : (texts[0] ?? "")
  }
  return values
}

/** All values by field name. Reading them once matters: `getAll` for each of 100,000 names takes minutes. */
export function byName(data: FormData): Map<string, FormDataEntryValue[]> {
  const names = new Map<string, FormDataEntryValue[]>()
  for (const [name, entry] of data) {
    const others = names.get(name)
    if (others) others.push(entry)
    else names.set(name, [entry])
  }
  return names
}

/** Forms are sent with CRLF at the end of each line, whatever was typed. */
function unified(entry: FormDataEntryValue): FormDataEntryValue {
  return typeof entry === "string" ? entry.replace(/\r\n?/g, "\n") : entry
}

function isFilled(entry: FormDataEntryValue): boolean {
  return typeof entry === "string" ? entry.trim() !== "" : entry.size > 0
}

function put(values: FormValues, path: string[], value: unknown): void {
  groupOf(values, path)[path.at(-1) ?? ""] = value
}

function groupOf(values: FormValues, path: string[]): FormValues {
  let at = values
  for (const part of path.slice(0, -1)) {
    const next = at[part]
    at = isNested(next) ? next : nest(at, part)
  }
  return at
}

function nest(values: FormValues, part: string): FormValues {
  const inner: FormValues = {}
  values[part] = inner
  return inner
}

function isNested(value: unknown): value is FormValues {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof File)
}
