import { readdirSync, readFileSync } from "node:fs"
import type { Hazard } from "@/lib/model/hazard"

export interface Phrase {
  language: string
  hazard: Hazard | undefined
  text: string
}

const HAZARD: Record<string, Hazard | undefined> = { gas: "gas", co: "carbon_monoxide", ordinary: undefined }

/** One half of the phrases that customers write: the one that the rules were written with, or the one kept apart. */
export function readCorpus(half: "development" | "held-out"): Phrase[] {
  const folder = new URL(`${half}/`, import.meta.url)
  return readdirSync(folder).flatMap((file) =>
    readFileSync(new URL(file, folder), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const [kind = "", text = ""] = line.split(/ \| (.*)/)
        if (!(kind in HAZARD)) throw new Error(`${file} has a line that says neither hazard nor ordinary: ${line}`)
        return { language: file.replace(".txt", ""), hazard: HAZARD[kind], text }
      }),
  )
}
