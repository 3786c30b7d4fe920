import { NotSent } from "@/components/requests/ask-again"
import { failed, isOnItsWay, type ListedFile, takesPlace } from "@/components/requests/listed-file"
import { keepGoing } from "@/components/requests/lists-going-on"
import { deleteUpload, forgetUpload, notBegun, sendFile, type UploadProgress } from "@/components/requests/send-file"
import { sortFiles } from "@/components/requests/sort-files"
import { refusalWords } from "@/components/requests/upload-words"
import { mayBeScaled, scalePhoto } from "@/components/ui/scale-photo"
import type { FileLimits } from "@/lib/model/attachment"

interface Kept {
  file: File
  stop: AbortController
  progress: UploadProgress
  /** What is sent of it, once that is known. */
  content?: File
}

/** So many are sent at the same time: more would only make each of them slower. */
const AT_ONCE = 2

/** Files that are sent one after the other, whatever becomes of what shows them. */
export class UploadList {
  items: readonly ListedFile[] = []
  /** What has just happened, for people who do not see it. */
  said = ""
  /** How often files may have been added. */
  changes = 0
  readonly #files = new Map<number, Kept>()
  #taken = new WeakSet<File>()
  readonly #listeners = new Set<() => void>()
  #last = 0

  constructor(
    /** Where they are attached. Left out for files that wait for the message that they go with. */
    private readonly to: string | undefined,
    /** Called when files may have been added, with how often they may have been: by the page that shows them now. */
    public onChange: (changes: number) => void,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly snapshot = () => this.items

  /** Takes in those of all that were chosen that it has not taken yet, as far as there is room for more. */
  add(chosen: readonly File[], room: number, limits?: FileLimits): void {
    const files = chosen.filter((file) => !this.#taken.has(file))
    if (files.length === 0) return
    let left = room - this.items.filter(takesPlace).length
    for (const file of files) {
      this.#taken.add(file)
      const key = ++this.#last
      this.#files.set(key, { file, stop: new AbortController(), progress: notBegun() })
      const item: ListedFile = { key, name: file.name, state: "waiting", sent: 0 }
      // A photo is made smaller before it is sent.
      const { refused } = sortFiles([file], left, mayBeScaled(file) ? undefined : limits)
      if (refused.length === 0) left--
      this.#put(refused.length > 0 ? { ...item, ...failed(refusalWords(refused)) } : item)
    }
    this.#say(files.length === 1 ? `Uploading ${files[0]?.name}` : `Uploading ${files.length} files`)
    this.#goOn()
  }

  /** Takes in what was ready before, when its message could not be sent. */
  restore(uploads: readonly string[], names: readonly string[]): void {
    for (const [i, upload] of uploads.entries())
      if (upload && !this.items.some((it) => it.upload === upload))
        this.#put({ key: ++this.#last, name: names[i] ?? "File", state: "ready", sent: 1, upload })
  }

  /** Forgets what went with a message. */
  sent(uploads: readonly string[]): void {
    for (const { key, upload } of this.items) if (upload && uploads.includes(upload)) this.#forget(key)
  }

  /** Forgets all, as whoever wrote a message leaves it. What is ready stays for a day, for the message may be kept. */
  leave(): void {
    this.#taken = new WeakSet()
    for (const { key, state } of this.items)
      if (state === "ready") this.#forget(key)
      else this.remove(key)
  }

  /** Stops a file and forgets it, and what was sent of it. */
  remove(key: number): void {
    const kept = this.#files.get(key)
    const upload = this.items.find((it) => it.key === key)?.upload
    kept?.stop.abort()
    this.#forget(key)
    if (kept) forgetUpload(kept.progress)
    else if (upload) deleteUpload(upload)
    if (kept?.progress.mayBeAttached) this.#change()
    this.#goOn()
  }

  /** Goes on with a file where it failed. */
  retry(key: number): void {
    const [item, kept] = [this.items.find((it) => it.key === key), this.#files.get(key)]
    if (!item || !kept) return
    kept.stop = new AbortController()
    this.#put({ key, name: item.name, state: "waiting", sent: 0 })
    this.#goOn()
  }

  get isBusy(): boolean {
    return this.items.some(isOnItsWay)
  }

  get hasFailed(): boolean {
    return !this.items.every(takesPlace)
  }

  #change(): void {
    this.changes++
    this.onChange(this.changes)
  }

  #goOn(): void {
    const going = this.items.filter(({ state }) => state === "sending" || state === "checking").length
    const next = this.items.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - going)
    for (const { key } of next) void this.#send(key).finally(() => this.#goOn())
  }

  async #send(key: number): Promise<void> {
    const kept = this.#files.get(key)
    if (!kept) return
    const { file, stop, progress } = kept
    const item: ListedFile = { key, name: file.name, state: "sending", sent: 0 }
    const show = (change: Partial<ListedFile>) => {
      if (!stop.signal.aborted) this.#put({ ...item, ...change })
    }
    show({})
    try {
      kept.content ??= await scalePhoto(file)
      const onProgress = (sent: number) => show({ sent, state: sent < 1 ? "sending" : "checking" })
      const upload = await sendFile(kept.content, progress, { to: this.to, signal: stop.signal, onProgress })
      if (this.to === undefined) {
        show({ state: "ready", sent: 1, upload })
        return this.#say(`${file.name} will be sent with your message`)
      }
      // First, so that at no moment all is done and the page not looked at.
      this.#change()
      this.#forget(key)
      this.#say(`${file.name} was added`)
    } catch (thrown) {
      if (stop.signal.aborted) return
      const isKnown = thrown instanceof NotSent
      const problem = isKnown ? thrown.message : "The file could not be read. Choose it again."
      show(failed(problem, isKnown && thrown.again))
      this.#say(`${file.name}: ${problem}`)
      if (progress.mayBeAttached) this.#change()
    }
  }

  /** Nothing is left of what ends with the window: it would count among those that wait to be attached. */
  readonly #end = ({ persisted }: PageTransitionEvent) => {
    if (persisted) return
    for (const { key, state } of this.items) {
      const progress = this.#files.get(key)?.progress
      // What is ready may be on its way with its message.
      if (progress && !progress.mayBeAttached && state !== "ready") forgetUpload(progress)
    }
  }

  #forget(key: number): void {
    this.#files.delete(key)
    this.items = this.items.filter((it) => it.key !== key)
    this.#tell()
  }

  #put(item: ListedFile): void {
    const isKnown = this.items.some(({ key }) => key === item.key)
    this.items = isKnown ? this.items.map((it) => (it.key === item.key ? item : it)) : [...this.items, item]
    this.#tell()
  }

  #say(words: string): void {
    this.said = words
    this.items = [...this.items]
    this.#tell()
  }

  #tell(): void {
    // Files go on when the page that shows them is left for another, and end with the window.
    const listen = this.items.some(takesPlace) ? addEventListener : removeEventListener
    listen("beforeunload", askToStay)
    listen("pagehide", this.#end)
    if (this.to) keepGoing(this.to, this)
    for (const listener of this.#listeners) listener()
  }
}

const askToStay = (event: BeforeUnloadEvent) => event.preventDefault()
