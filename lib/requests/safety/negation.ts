import { type AnnotatedText, FAR } from "./annotated-text"
import { bitsOf, rolesOf } from "./concept"
import { SIGNS } from "./rules"

const [NO, NOBODY, AFTER, FILLER] = [rolesOf("no"), rolesOf("nobody"), rolesOf("after"), rolesOf("filler")]
const [RELIEF, OVER, BACK] = [rolesOf("relief"), rolesOf("over"), rolesOf("back")]
const UNSURE = rolesOf("nobody", "doubt")
const [AND, TURN, YES] = [rolesOf("and"), rolesOf("turn"), rolesOf("yes")]
const [QUESTION, CONDITION, DEED] = [rolesOf("question"), rolesOf("condition"), rolesOf("deed")]
const [LEAK, APPLIANCE, THINGS] = [bitsOf("leak"), bitsOf("appliance"), bitsOf("appliance", "pipe")]

/** Whether the text says that a sign is absent, over or only hypothetical. */
export function isNegated(passage: AnnotatedText, at: number): boolean {
  return isDenied(passage, at) || isAsked(passage, at) || isOver(passage, at)
}

export function isDenied(passage: AnnotatedText, at: number): boolean {
  return (isDeniedBefore(passage, at) || isDeniedAfter(passage, at)) && !isTakenBack(passage, at)
}

/** Denials reach over words that carry no meaning of their own, and never over a pause. */
function isDeniedBefore(passage: AnnotatedText, at: number): boolean {
  // "Nobody smelled gas", but not "nobody is here it smells".
  if (passage.gap(at) === 0 && passage.plays(passage.headOf(at - 1), NOBODY)) return true
  let before = at
  do {
    if (passage.gap(before) > 0) return false
    before = passage.headOf(before - 1)
    if (passage.plays(before, NO)) return !passage.plays(passage.headOf(before - 1), RELIEF)
  } while (at - before < 6 && passage.plays(before, FILLER))
  return false
}

function isDeniedAfter(passage: AnnotatedText, at: number): boolean {
  // A sign that is a denial itself, as "one does not smell" is in Polish.
  if (passage.plays(at, AFTER)) return true
  let after = passage.endOf(at)
  do {
    after++
    if (passage.gap(after) > 0) return false
    if (passage.plays(after, AFTER)) return !isOfRelief(passage, after)
  } while (after - at < 7 && passage.plays(after, FILLER))
  return false
}

/** "The smell is not gone", "I find the leak not": what is denied is that it ended. */
function isOfRelief(passage: AnnotatedText, denial: number): boolean {
  const next = passage.endOf(denial) + 1
  if (passage.gap(next) === 0 && passage.plays(next, RELIEF | OVER | AFTER)) return true
  for (let where = denial; denial - where < 6 && passage.gap(where) === 0; where--)
    if (passage.plays(where - 1, RELIEF)) return true
  return false
}

/** "No smell yesterday, today there is": such a yes ends what is said, or begins it as in "no smell, only indoors". */
function isTakenBack(passage: AnnotatedText, at: number): boolean {
  let turn = -FAR
  for (let where = at + 1; where - at <= 15 && passage.gap(where) < 2; where++) {
    if (passage.plays(where, TURN)) turn = where
    if (!passage.plays(where, YES) || where - turn > 4) continue
    if (passage.gap(passage.endOf(where) + 1) > 0) return true
    if (where === turn && passage.gap(where) > 0 && !hasDenial(passage, where)) return true
  }
  return false
}

/** "Only in the bath there is no water" is about something else. */
function hasDenial(passage: AnnotatedText, from: number): boolean {
  let at = from
  do if (passage.plays(at, NO | AFTER)) return true
  while (passage.gap(++at) === 0 && at - from < FAR)
  return false
}

/** "The leak was repaired", and not "the boiler was repaired": each such word is about one sign at most. */
function isOver(passage: AnnotatedText, at: number): boolean {
  const [first, last] = passage.part(at)
  for (let where = first; where <= last; where++)
    if (passage.plays(where, OVER) && subjectOf(passage, where, first, last) === at)
      if (!isNotYet(passage, where, first, last) && !isBack(passage, where)) return true
  return false
}

/**
 * The nearest sign before it, or else after it. Where a boiler stands between, it is a leak, as no smell is repaired;
 * and where an "and" does, it is none, unless it was found and repaired.
 */
function subjectOf(passage: AnnotatedText, where: number, first: number, last: number): number | undefined {
  let isThing = false
  for (let at = where; at >= first; at--) {
    if (passage.has(at, SIGNS)) return isThing && !passage.has(at, LEAK) ? undefined : at
    if (passage.has(at, THINGS)) isThing = true
    if (passage.plays(at, AND) && where - at > 1) return objectOf(passage, where, first, last)
  }
  return isThing ? undefined : objectOf(passage, where, first, last)
}

/** "Fixed the leak" and "fixed the boiler leak", but not "fixed the boiler, and it leaks". */
function objectOf(passage: AnnotatedText, where: number, first: number, last: number): number | undefined {
  for (let at = where + 1; at <= last; at++) {
    if (passage.plays(at, AND) || (passage.gap(at) > 0 && where > first)) return undefined
    if (passage.has(at, SIGNS)) return at
    if (passage.has(at, THINGS)) return passage.has(passage.endOf(at) + 1, SIGNS) ? passage.endOf(at) + 1 : undefined
  }
  return undefined
}

/** "Has not been repaired", "nobody repaired it", "I thought it was repaired". */
function isNotYet(passage: AnnotatedText, where: number, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (passage.plays(at, UNSURE)) return true
  return [1, 2].some((back) => passage.gap(where - back + 1) === 0 && passage.plays(passage.headOf(where - back), NO))
}

/** "It was repaired. It came back": so it may be said in the next sentence. */
function isBack(passage: AnnotatedText, where: number): boolean {
  let ends = 0
  for (let on = where + 1; on - where <= FAR; on++) {
    if (passage.gap(on) === 2) ends++
    if (ends > 1) return false
    if (passage.plays(on, BACK)) return true
  }
  return false
}

/** "What should I do if it smells?", but not "if I turn on the hob it smells" or "if it smells when I do": that was tried. */
function isAsked(passage: AnnotatedText, at: number): boolean {
  const [first, last] = passage.part(at)
  let [question, condition] = [false, false]
  for (let where = first; where <= last; where++) {
    if (passage.plays(where, QUESTION)) question = true
    if (where > at && passage.plays(where, CONDITION)) return false
    if (where >= at) continue
    if (condition && (passage.has(where, APPLIANCE) || passage.plays(where, DEED))) return false
    if (passage.plays(where, CONDITION)) condition = true
  }
  return question && condition
}
