import type { Verdict } from "@/lib/model/hazard"
import { HAZARD_OF, type Phrase } from "./corpus/read-corpus"

export type Judged = Pick<Phrase, "kind"> & { verdict: Verdict }

export interface Counts {
  dangers: number
  ordinary: number
  unsure: number
  /** Dangers taken for nothing. */
  missed: number
  /** Dangers that are asked about. */
  doubted: number
  /** What nobody could tell, taken for nothing. */
  unasked: number
  /** Ordinary phrases that raise an emergency. */
  alarmed: number
  /** Ordinary phrases that are asked about. */
  asked: number
}

/** Counts what a judge made of phrases. */
export function figuresOf(judged: readonly Judged[]): Counts {
  const count = (isOne: (phrase: (typeof judged)[number]) => boolean) => judged.filter(isOne).length
  const isDanger = ({ kind }: Pick<Phrase, "kind">) => HAZARD_OF[kind] !== undefined
  return {
    dangers: count(isDanger),
    ordinary: count(({ kind }) => kind === "ordinary"),
    unsure: count(({ kind }) => kind === "unsure"),
    missed: count((one) => isDanger(one) && one.verdict === "none"),
    doubted: count((one) => isDanger(one) && one.verdict === "possible"),
    unasked: count(({ kind, verdict }) => kind === "unsure" && verdict === "none"),
    alarmed: count(({ kind, verdict }) => kind === "ordinary" && verdict === "danger"),
    asked: count(({ kind, verdict }) => kind === "ordinary" && verdict === "possible"),
  }
}

/** A table of the figures of each group of phrases, and of all. */
export function tableOf<T extends Judged>(judged: readonly T[], groupOf: (phrase: T) => string) {
  const names = [...new Set(judged.map(groupOf))].sort()
  const rows = names.map((name) => [name, rowOf(figuresOf(judged.filter((phrase) => groupOf(phrase) === name)))])
  return { ...Object.fromEntries(rows), all: rowOf(figuresOf(judged)) }
}

function rowOf({ dangers, ordinary, unsure, missed, doubted, unasked, alarmed, asked }: Counts) {
  return {
    dangers,
    "missed, %": share(missed, dangers),
    "asked about, %": share(doubted, dangers),
    ordinary,
    "false emergencies, %": share(alarmed, ordinary),
    "asked needlessly, %": share(asked, ordinary),
    unsure,
    "not asked, %": share(unasked, unsure),
  }
}

const share = (part: number, whole: number) => (whole ? Number(((100 * part) / whole).toFixed(1)) : "-")
