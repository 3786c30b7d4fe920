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
  /** All who live there: one who is ill may have a cold, where all are it is the air. */
  "household",

  // What makes those ordinary.
  /** What smells besides gas: drains, paint, tobacco. */
  "odour",
  /** What leaks and hisses besides gas: water, and data. */
  "water",
  /** What explodes and gives a headache besides gas: bills. */
  "money",
  /** Why somebody speaks of an alarm that is silent: to buy it, its battery. */
  "upkeep",
] as const
export type Concept = (typeof CONCEPTS)[number]

/** What words do to the signs around them: whether these are there, were, or only might be. */
export const ROLES = [
  /** Denies what follows it, or says that it is paid for. */
  "no",
  /** Denies as well, and says of a repair anywhere in its part of the sentence that there was none. */
  "nobody",
  /** Denies what it follows. */
  "after",
  /** May stand between a denial and what it denies. */
  "filler",
  /** To find a danger, to be rid of it: where that is denied, the danger is still there. */
  "relief",
  /** What it is about is mended, or long ago. */
  "over",
  /** Makes little of a repair: "I thought it was repaired". */
  "doubt",
  /** And yet it is there again. */
  "back",
  /** Begins what came after a repair: "it was repaired and smells". */
  "and",
  /** From here on the text is about something else: but, now. */
  "turn",
  /** After a turn it takes a denial back: "but my neighbour does", "only indoors". */
  "yes",
  /** "What should I do" and "if": together, nothing has happened. "In case of" is both. */
  "question",
  "condition",
  /** What was done before it smelled, so that it did: "when I light it". */
  "deed",

  /** Small words that no other of the languages has: where two know a word, the one spoken says what is meant. */
  "particle",
] as const
export type Role = (typeof ROLES)[number]

/** Words by what they mean and do; and phrases that mean nothing of what their words do, such as "gas bill". */
export type Language = Record<Concept | Role | "plain", string>

/** Concepts as a set of bits. There is room for 32. */
export const bitsOf = (...concepts: Concept[]): number =>
  concepts.reduce((bits, concept) => bits | (1 << CONCEPTS.indexOf(concept)), 0)

/** Roles as another such set. */
export const rolesOf = (...roles: Role[]): number => roles.reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0)
