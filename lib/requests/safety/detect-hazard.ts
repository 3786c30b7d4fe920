import type { HazardInText } from "@/lib/model/hazard"
import type { AnnotatedText } from "./annotated-text"
import { bitsOf } from "./concept"
import { isDenied, isNegated } from "./negation"
import type { ReadText } from "./read-text"
import { HAZARD_RULES, type HazardRule, SIGNS } from "./rules"
import type { Token } from "./tokens"

/**
 * The danger that a text in any supported language reports as present and not denied, with the customer's words for it;
 * undefined when there is none.
 */
export function detectHazard(read: ReadText): HazardInText | undefined {
  const { text, tokens, passages } = read
  for (const [at] of tokens.entries()) {
    if (!passages.some((passage) => passage.has(at, SIGNS))) continue
    const judges = read.judgesOf(at)
    for (const passage of judges)
      for (const rule of HAZARD_RULES) {
        const other = company(passage, at, rule)
        if (other === undefined || isDeniedByAny(judges, at)) continue
        const until = isTogether(read, passage, at, other) ? other : at
        return {
          hazard: rule.hazard,
          words: quote(text, tokens, passage, nearestTo(passage, at, until, rule.sign), until),
        }
      }
  }
  return undefined
}

/** The last such sign before the other word: a title that says it as well is not quoted with it. */
function nearestTo(passage: AnnotatedText, at: number, other: number, sign: number): number {
  for (let on = other; on > at; on--) if (passage.has(on, sign) && on < other) return on
  return at
}

/** Whether both can be quoted as one: in one sentence they can, and elsewhere when they are of one language. */
function isTogether(read: ReadText, passage: AnnotatedText, at: number, other: number): boolean {
  const [first, last] = passage.part(at)
  return (first <= other && other <= last) || read.judgesOf(other).includes(passage)
}

/**
 * Whether a deciding language denies the sign. A short text such as "no gas leak" may fit two languages equally; one
 * denial is enough.
 */
function isDeniedByAny(judges: readonly AnnotatedText[], at: number): boolean {
  return judges.some((passage) => passage.has(at, SIGNS) && isNegated(passage, at))
}

const SOUNDING = bitsOf("sounding")
const ALARMS = bitsOf("alarm", "sounding")
const MONOXIDE = bitsOf("monoxide")

/**
 * The position of the second word that makes the sign a danger (possibly the sign itself); undefined when the rule does
 * not apply.
 */
function company(
  passage: AnnotatedText,
  at: number,
  { sign, near, also, against, silent }: HazardRule,
): number | undefined {
  if (!passage.has(at, sign)) return undefined
  const other = near ? passage.nearest(at, near.bits, near.within, near.sameSentence) : at
  if (other === undefined || (near && isWithout(passage, at, other))) return undefined
  if (also && passage.nearest(at, also.bits, also.within, also.sameSentence) === undefined) return undefined
  if (against && isExcused(passage, at, against)) return undefined
  return silent && isSilent(passage, at, silent) ? undefined : other
}

/** "No alarm sounds" and "so that it does not leak monoxide", but not "no gas, and it smells". */
function isWithout(passage: AnnotatedText, at: number, other: number): boolean {
  return (passage.has(other, ALARMS) || passage.has(at, MONOXIDE)) && isDenied(passage, other)
}

/** "A water leak": the nearest word says what it is. */
function isExcused(
  passage: AnnotatedText,
  at: number,
  { bits, within, unless }: NonNullable<HazardRule["against"]>,
): boolean {
  const excuse = passage.nearest(at, bits, within, true)
  if (excuse === undefined) return false
  const danger = passage.nearest(at, unless, Math.abs(excuse - at) - 1, true)
  return danger === undefined
}

/** "Please fit a CO alarm", but not "the alarm you fitted is beeping". */
function isSilent(passage: AnnotatedText, at: number, reasons: number): boolean {
  const sounding = passage.nearest(at, SOUNDING, 15, true)
  if (sounding !== undefined) return isDenied(passage, sounding)
  return passage.nearest(at, reasons, 15, true) !== undefined
}

/** The customer's own words, from the first to the last that matter; only these where they are far apart. */
function quote(text: string, tokens: readonly Token[], passage: AnnotatedText, at: number, other: number): string {
  const [first, last] = at < other ? [at, other] : [other, at]
  const said = (from: number, to: number) => text.slice(tokens[from]?.start, tokens[passage.endOf(to)]?.end)
  return (last - first <= 8 ? said(first, last) : `${said(first, first)} … ${said(last, last)}`).replace(/\s+/g, " ")
}
