import { cleanLine, cleanProse } from "@/lib/model/clean-text"
import type { DangerInText } from "@/lib/model/hazard"
import { openFile } from "@/lib/platform/storage/read-file"
import type { StoredFile } from "@/lib/platform/storage/store-file"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { tellsOfHarm } from "@/lib/requests/safety/speaks-of-people"

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

/** What files tell of a danger: by their names, and by the beginning of those that are text. */
export async function toldByFiles(
  files: readonly Pick<StoredFile, "id" | "name" | "mediaType">[],
): Promise<ToldByFile[]> {
  const told = await Promise.all(files.map(async (file) => [toldByName(file.name), await toldByText(file)]))
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

async function toldByText({ id, name, mediaType }: Pick<StoredFile, "id" | "name" | "mediaType">) {
  if (mediaType !== "text/plain") return undefined
  const words = await beginningOf(id)
  const danger = judgeText(words)
  const quoted = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words
  const note = `File attached: “${name}”. It begins: ${quoted}`
  if (danger.verdict !== "none") return { words, note, danger }
  return tellsOfHarm(words) ? { words, note } : undefined
}

async function beginningOf(id: string): Promise<string> {
  const content = await openFile(id)
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop closes the file.
  for await (const chunk of content ?? []) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= MOST_BYTES) break
  }
  return cleanProse(textOf(Buffer.concat(chunks).subarray(0, MOST_BYTES)))
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
