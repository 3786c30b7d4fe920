import { existsSync, readdirSync, readFileSync } from "node:fs"
import type { Hazard } from "@/lib/model/hazard"

/** The half that the judge is made with, and the half that it is measured on and never mended from. */
export const HALVES = ["development", "kept-apart"] as const
export type Half = (typeof HALVES)[number]

/** What a writer says of a phrase; of an `unsure` one nobody could tell without asking. */
export const KINDS = ["gas", "co", "unsure", "ordinary"] as const
export type Kind = (typeof KINDS)[number]

export interface Phrase {
  writer: string
  language: string
  kind: Kind
  text: string
}

/** The languages that the rules know. Of each other there are but a few phrases. */
export const SUPPORTED: ReadonlySet<string> = new Set([
  "english",
  "spanish",
  "french",
  "german",
  "polish",
  "hindi",
  "arabic",
])

/** The hazard of a phrase that tells of one. */
export const HAZARD_OF: Partial<Record<Kind, Hazard>> = { gas: "gas", co: "carbon_monoxide" }

/**
 * One half of what customers might write, with a folder for each writer and a file for each language. A file `others`
 * names the language in each line.
 */
export function readCorpus(half: Half): Phrase[] {
  const folder = new URL(`${half}/`, import.meta.url)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").split("\n").filter(Boolean).map(phraseOf(file)))
}

function phraseOf(file: string): (line: string) => Phrase {
  const [writer = "", name = ""] = file.replace(".txt", "").split("/")
  return (line) => {
    const [said = "", ...rest] = line.split(" | ")
    const kind = KINDS.find((one) => one === said)
    const language = name === "others" ? (rest.shift() ?? "") : name
    if (!kind || rest.length === 0) throw new Error(`${file} has a line that is not "kind | text": ${line}`)
    return { writer, language, kind, text: rest.join(" | ") }
  }
}
