import { forgetOnItsWay, forgetSent, newest, note, noteSent, sentBefore } from "@/components/requests/latest-words"
import { savedInWords } from "@/components/requests/saved-in-words"
import { getWords, nextTurn, putWords } from "@/components/requests/unsent-calls"
import type { UnsentHere } from "@/components/requests/unsent-here"
import type { KeptNews } from "@/components/requests/word-keeper"
import { REST } from "@/components/ui/rest"
import { thisWindow } from "@/components/ui/this-window"
import type { FormValues } from "@/lib/http/form-state"
import type { KeptWords } from "@/lib/requests/unsent/contract"

const PAUSE = 1000

interface Kept extends UnsentHere {
  /** What the form was filled with. What was kept by this window names it and what it had seen. */
  values: FormValues
  tell: (told: KeptNews | undefined) => void
}

const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim()

export type Keeper = ReturnType<typeof keepWords>

/** Saves the words of a form while people type: after a pause, on leaving the field, and on leaving the page. */
export function keepWords(form: HTMLFormElement, { id, kind, values, tell, ...given }: Kept) {
  const place = { id, kind }
  const field = () => form.elements.namedItem("text") as HTMLTextAreaElement
  const words = () => plain(field().value)
  const before = sentBefore(place, given)
  const first = before ? { text: "", version: before.version } : newest(place, given)
  if (first === given) note(place, given)
  else if (words() === given.text) field().value = first.text
  /** What is on the server, as far as this window knows. */
  let saved: string | undefined = first.text
  let { version } = first
  const window = String(values["unsent.window"] ?? thisWindow())
  if (words() !== saved && values["unsent.version"] !== undefined) version = Number(values["unsent.version"])
  /** What the form was sent with last, which may be right now. It is not kept again. */
  let sent = form.matches("[aria-busy]") ? words() : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What another window has written, as far as this one knows. */
  let elsewhere: KeptWords | undefined
  const mark = (isSaved: boolean) => {
    if (isSaved) form.dataset.kept = "true"
    else delete form.dataset.kept
  }

  async function save() {
    clearTimeout(timer)
    const text = words()
    if (text === saved || text === sent) return
    saved = text
    note(place, { text, version, isOnItsWay: true })
    const { status, kept } = await putWords({ id, kind, text, version, window })
    if (kept) {
      version = Math.max(version, kept.version)
      if (saved === text && sent === undefined) note(place, { text, version })
      if (words() === text) mark(true)
    } else if (saved === text) {
      saved = undefined
      forgetOnItsWay(place)
    }
    if (control.signal.aborted || sent !== undefined) return
    if (status === 409) return meet(text)
    tell(text === "" && kept ? undefined : { words: savedInWords(status, "") })
  }

  /** Another window has written: the same, or what it has sent since, or other words, which can be added. */
  async function meet(text: string) {
    const other = await getWords(id, kind)
    elsewhere = other
    if (other && (other.text === "" || other.text === text)) {
      version = other.version
      return later()
    }
    const words = savedInWords(409, `you have started another ${kind} in another window.`)
    tell({ words, ...(other && { add: () => add(other) }) })
  }

  function add(other: KeptWords) {
    version = other.version
    field().value = `${other.text}\n\n${field().value}`.trim()
    field().dispatchEvent(new Event("input", { bubbles: true }))
    field().focus()
  }

  /** A box that was emptied by sending stays empty. */
  function offer(other: KeptWords) {
    if (words() === other.text) field().value = ""
    tell({ words: `You have started another ${kind} in another window.`, add: () => add(other) })
  }

  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), PAUSE)
  }
  const control = new AbortController()
  const { signal } = control
  const type = () => {
    forgetSent(place)
    mark(false)
    later()
  }
  form.addEventListener("input", type, { signal })
  form.addEventListener(
    "focusout",
    ({ relatedTarget }) => void (relatedTarget instanceof HTMLButtonElement || save()),
    { signal },
  )
  form.addEventListener(
    "submit",
    () => {
      clearTimeout(timer)
      sent = words()
      forgetOnItsWay(place)
      noteSent(place, { text: sent, version })
    },
    { signal },
  )
  form.addEventListener(
    "formdata",
    ({ formData }) => {
      formData.set("unsent.version", String(version))
      formData.set("unsent.window", window)
      formData.set("unsent.turn", String(nextTurn()))
    },
    { signal },
  )
  form.addEventListener(
    "reset",
    () => {
      saved = ""
      sent = undefined
      field().defaultValue = ""
      // Once it is reset: a box that was written to does not follow what the page is made with.
      queueMicrotask(() => (field().value = ""))
      note(place, { text: "", version })
      mark(false)
      if (elsewhere && sentBefore(place, elsewhere)) offer(elsewhere)
      else tell(undefined)
    },
    { signal },
  )
  for (const event of ["pagehide", "online"]) addEventListener(event, () => void save(), { signal })
  document.addEventListener("visibilitychange", () => void (document.hidden && save()), { signal })
  if (before) offer(given)
  if (words() !== saved) later()

  return {
    /** The page was made anew. Words that nobody has changed here follow those that are kept. */
    follow(now: KeptWords) {
      // Going back shows the page as it was.
      if (now.version < version && saved !== undefined && words() === now.text) field().value = saved
      if (now.version <= version) return
      elsewhere = undefined
      if (sentBefore(place, now)) {
        elsewhere = now
        return offer(now)
      }
      const isUntouched = words() === saved || words() === sent
      if (isUntouched && (now.text === "" || document.activeElement !== field())) field().value = now.text
      // Other words, of another window: what stands here is not kept in their place.
      else if (now.text !== "" && now.text !== words()) {
        elsewhere = now
        return
      }
      note(place, now)
      version = now.version
      saved = now.text
    },
    /**
     * The form was filled in. Where that is with what it was sent with, it was refused, and its words are to be kept as
     * before. One that leads to another page is not: until that comes, its words stand here though they were sent.
     */
    refill(values: FormValues): void {
      // Files alone were kept by this window: the words are those that are kept here.
      if (values[REST] && saved !== undefined && sent === undefined) field().value = saved
      if (sent === undefined || form.matches("[aria-busy]")) return
      if (plain(String(values.text ?? "")) !== sent) return
      sent = undefined
      later()
    },
    end(): void {
      void save()
      control.abort()
    },
  }
}
