import type { drafts } from "@/db/schema/requests"
import type { Draft } from "./contract"
import type { Asked } from "./draft-steps"

/** What the column `answers` holds: the answers, and beside them what is known about them. */
interface StoredAnswers extends Record<string, unknown> {
  typed?: Draft["typed"]
  /** The version of the draft in which each page was last written, and the window that wrote it. */
  written?: Partial<Record<Asked | "report", { version: number; window?: string }>>
  /** All that is left once the draft has been sent. */
  filedAs?: string
}

/** The answers of a draft, apart from what is kept beside them. */
export function readStored(row: Pick<typeof drafts.$inferSelect, "answers">) {
  const { typed = {}, written = {}, filedAs, ...answers } = row.answers as StoredAnswers
  return { answers: answers as Draft["answers"], typed, written, filedAs }
}

/** Text by dotted name, as a form holds it. What is empty is left out, so that what says the same is the same. */
export function asTyped(answers: object, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, string][] => {
      if (typeof value === "object" && value !== null && !Array.isArray(value))
        return Object.entries(asTyped(value, `${prefix}${name}.`))
      const text = String(value ?? "")
        .replace(/\r\n?/g, "\n")
        .trim()
      return text === "" ? [] : [[prefix + name, text]]
    }),
  )
}

export function saysTheSame(one: object, other: object): boolean {
  const [these, those] = [asTyped(one), asTyped(other)]
  return [...new Set([...Object.keys(these), ...Object.keys(those)])].every((name) => these[name] === those[name])
}
