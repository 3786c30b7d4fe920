import type { HazardInText } from "@/lib/model/hazard"
import { Passage } from "./annotated-text"
import { bitsOf } from "./concept"
import { LANGUAGES } from "./languages"
import { lexiconOf } from "./lexicon"
import { isDenied, isNothing } from "./negation"
import { RULES, type Rule, SIGNS } from "./rules"
import { type Token, tokensOf } from "./tokens"

const read = lexiconOf(LANGUAGES)

/** The danger that a text speaks of, in any of the languages that customers write, as present and not denied. */
export function hazardIn(text: string): HazardInText | undefined {
  const tokens = tokensOf(text)
  const passages = read(tokens).map((reading) => new Passage(tokens, reading))
  for (const [at] of tokens.entries()) {
    if (!passages.some((passage) => passage.has(at, SIGNS))) continue
    const judges = judgesOf(passages, at)
    for (const passage of judges)
      for (const rule of RULES) {
        const other = company(passage, at, rule)
        if (other === undefined || isDeniedByAny(judges, at)) continue
        const until = isTogether(passages, passage, at, other) ? other : at
        return { hazard: rule.hazard, words: quote(text, tokens, passage, at, until) }
      }
  }
  return undefined
}

/** Whether both can be quoted as one: in one sentence they can, and elsewhere when they are of one language. */
function isTogether(passages: readonly Passage[], passage: Passage, at: number, other: number): boolean {
  const [first, last] = passage.part(at)
  return (first <= other && other <= last) || judgesOf(passages, other).includes(passage)
}

/** Languages share words, such as "gas" and "CO": what one means is said by the language that is spoken most around it. */
function judgesOf(passages: readonly Passage[], at: number): Passage[] {
  const knowing = passages.filter((passage) => passage.knows(at))
  const most = Math.max(...knowing.map(({ spoken }) => spoken))
  return knowing.filter(({ spoken }) => spoken === most)
}

/** A few words such as "no gas leak" may be of two languages as much: where one denies them, no other makes them a danger. */
function isDeniedByAny(judges: readonly Passage[], at: number): boolean {
  return judges.some((passage) => passage.has(at, SIGNS) && isNothing(passage, at))
}

const SOUNDING = bitsOf("sounding")
const ALARMS = bitsOf("alarm", "sounding")
const MONOXIDE = bitsOf("monoxide")

/** The word that makes a danger of another, which may be that word itself. */
function company(passage: Passage, at: number, { sign, near, also, against, silent }: Rule): number | undefined {
  if (!passage.has(at, sign)) return undefined
  const other = near ? passage.nearest(at, near.bits, near.within, near.sameSentence) : at
  if (other === undefined || (near && isWithout(passage, at, other))) return undefined
  if (also && passage.nearest(at, also.bits, also.within, also.sameSentence) === undefined) return undefined
  if (against && isExcused(passage, at, against)) return undefined
  return silent && isSilent(passage, at, silent) ? undefined : other
}

/** "No alarm sounds" and "so that it does not leak monoxide", but not "no gas, and it smells". */
function isWithout(passage: Passage, at: number, other: number): boolean {
  return (passage.has(other, ALARMS) || passage.has(at, MONOXIDE)) && isDenied(passage, other)
}

/** "A water leak": the nearest word says what it is. */
function isExcused(passage: Passage, at: number, { bits, within, unless }: NonNullable<Rule["against"]>): boolean {
  const excuse = passage.nearest(at, bits, within, true)
  if (excuse === undefined) return false
  const danger = passage.nearest(at, unless, Math.abs(excuse - at) - 1, true)
  return danger === undefined
}

/** "Please fit a CO alarm", but not "the alarm you fitted is beeping". */
function isSilent(passage: Passage, at: number, reasons: number): boolean {
  const sounding = passage.nearest(at, SOUNDING, 15, true)
  if (sounding !== undefined) return isDenied(passage, sounding)
  return passage.nearest(at, reasons, 15, true) !== undefined
}

/** The customer's own words, from the first to the last that matter; only these where they are far apart. */
function quote(text: string, tokens: readonly Token[], passage: Passage, at: number, other: number): string {
  const [first, last] = at < other ? [at, other] : [other, at]
  const said = (from: number, to: number) => text.slice(tokens[from]?.start, tokens[passage.endOf(to)]?.end)
  return (last - first <= 8 ? said(first, last) : `${said(first, first)} … ${said(last, last)}`).replace(/\s+/g, " ")
}
