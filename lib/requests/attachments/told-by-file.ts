import { cleanLine, cleanProse } from "@/lib/model/clean-text"
import type { DangerInText } from "@/lib/model/hazard"
import { openFile } from "@/lib/platform/storage/read-file"
import type { StoredFile } from "@/lib/platform/storage/store-file"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { tellsOfHarm } from "@/lib/requests/safety/speaks-of-people"
import { log } from "@/lib/runtime/log"

/** What a file tells of a danger. */
export interface ToldByFile {
  /** The words that were judged. */
  words: string
  /** How they are quoted to people. */
  note: string
  /** Missing where it only tells of harm to somebody, which matters in an emergency. */
  danger?: DangerInText
}

/** So many bytes of a text are read: whoever has something to say says it at its beginning. */
const MOST_BYTES = 4096
const MOST_QUOTED = 1000
/** Milliseconds in which all of them are read. */
const LONGEST = 2000

type NamedFile = Pick<StoredFile, "id" | "name" | "mediaType" | "home">

/**
 * What files tell of a danger: by their names, and by the beginning of those that are text. A text that cannot be read in
 * time keeps nobody from sending it: it counts as possible danger, so that staff look.
 */
export async function toldByFiles(files: readonly NamedFile[]): Promise<ToldByFile[]> {
  const within = AbortSignal.timeout(LONGEST)
  const told = await Promise.all(files.map(async (file) => [toldByName(file.name), await toldByText(file, within)]))
  return told.flat().filter((it) => it !== undefined)
}

/** A name is no sentence, and “boiler.jpg” no danger: what the judges only think possible has to be in our rules or lists. */
function toldByName(name: string): ToldByFile | undefined {
  const words = wordsInName(name)
  const judged = judgeText(words)
  const isSure = judged.verdict === "danger" || (judged.verdict === "possible" && judged.judge !== "statistics")
  const note = `File attached: “${name}”`
  if (isSure) return { words, note, danger: judged }
  return tellsOfHarm(words) ? { words, note } : undefined
}

/** “Gas-smell_inHall.jpg” as “Gas smell in Hall”. */
export const wordsInName = (name: string): string =>
  cleanLine(
    name
      .replace(/\.[\p{L}\p{N}]{1,5}$/u, "")
      .replace(/[_\-.+~]+/g, " ")
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "),
  )

async function toldByText(file: NamedFile, within: AbortSignal): Promise<ToldByFile | undefined> {
  if (file.mediaType !== "text/plain") return undefined
  const { name } = file
  const words = await beginningOf(file, within).catch((err: unknown) => {
    log.error({ err, attachment: file.id }, "a file could not be read for danger, and staff are asked to check")
  })
  if (words === undefined) return unread(name)
  const danger = judgeText(words)
  const quoted = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words
  const note = `File attached: “${name}”. It begins: ${quoted}`
  if (danger.verdict !== "none") return { words, note, danger }
  return tellsOfHarm(words) ? { words, note } : undefined
}

const unread = (name: string): ToldByFile => ({
  words: wordsInName(name),
  note: `A file could not be read: “${name}”`,
  danger: { verdict: "possible", hazard: "gas", words: name, judge: "unread" },
})

async function beginningOf({ id, home }: NamedFile, within: AbortSignal): Promise<string> {
  const late = new Promise<never>((_, fail) => within.addEventListener("abort", () => fail(within.reason)))
  const opening = openFile(id, home)
  // Whatever comes of it, also when it comes too late, the file is closed.
  const reading = opening.then((content) => content && startOf(content))
  try {
    const start = await Promise.race([reading, late])
    if (!start) throw new Error(`The file of attachment ${id} is missing.`)
    return cleanProse(textOf(start))
  } finally {
    reading.catch(() => {})
    opening.then((content) => content?.destroy()).catch(() => {})
  }
}

async function startOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= MOST_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES)
}

/** The encodings that a text may have, as `TextReader` takes them. */
function textOf(start: Buffer): string {
  const wide = { fffe: "utf-16le", feff: "utf-16be" }[start.subarray(0, 2).toString("hex")]
  if (wide) return new TextDecoder(wide).decode(start)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true })
  } catch {
    return new TextDecoder("windows-1252").decode(start)
  }
}
