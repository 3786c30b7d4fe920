/**
 * What words can mean to the rules. A language is a list of words for each:
 * `riech*` is any word that begins so, and several words are a phrase, which counts before its single words.
 */
export const CONCEPTS = [
  // Signs of gas.
  "gas",
  /** Words that mean nothing but a smell. */
  "reek",
  /** Words that mean a smell where gas is spoken of, and may mean to feel or to go. */
  "smell",
  /** A smell of gas in one word or phrase. */
  "stench",
  "leak",
  /** Coming out, which is a leak only of gas. */
  "escape",
  "hiss",
  "strike",
  "explosion",
  "pipe",
  /** Where gas is burnt or measured. */
  "appliance",

  // Signs of carbon monoxide.
  "monoxide",
  "poison",
  "alarm",
  "sounding",
  "ill",
  "faint",
  "flame",
  "yellow",
  "soot",

  // What makes those ordinary.
  /** What smells besides gas: drains, paint, tobacco. */
  "odour",
  /** What leaks and hisses besides gas: water, and data. */
  "water",
  /** What explodes and gives a headache besides gas: bills. */
  "money",
  /** Why somebody speaks of an alarm that is silent: to buy it, its battery. */
  "upkeep",
  /** Denies what follows it. */
  "no",
  /** Denies what it follows. */
  "after",
  /** May stand between a denial and what it denies. */
  "filler",
  /** What it is about is mended, or long ago. */
  "over",
  /** From here on the text is about something else: but, now. */
  "turn",
  /** "What should I do" and "if": together, nothing has happened. "In case of" is both. */
  "question",
  "condition",

  /** Small words that no other of the languages has: where two know a word, the one spoken says what is meant. */
  "particle",
] as const
export type Concept = (typeof CONCEPTS)[number]

/** Words by what they mean; and phrases that mean nothing of what their words do, such as "gas bill". */
export type Language = Record<Concept | "plain", string>

const BITS = Object.fromEntries(CONCEPTS.map((concept, index) => [concept, 1 << index])) as Record<Concept, number>

/** Concepts as a set of bits. There is room for 32. */
export const bitsOf = (...concepts: Concept[]): number => concepts.reduce((bits, concept) => bits | BITS[concept], 0)
