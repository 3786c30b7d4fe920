/**
 * Meanings that the rules know. Each language lists its words for each: `riech*` is any word with that beginning;
 * several words are a phrase, which outranks its single words.
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
  /** Who means to let gas out or to light it, and flames that shoot up. */
  "threat",
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
  /** Other smells: drains, paint, tobacco. */
  "odour",
  /** Other things that leak or hiss: water, data. */
  "water",
  /** Other things that explode or give a headache: bills. */
  "money",
  /** What may be damaged while gas is safe: the door of a box. */
  "cover",
  /** Why somebody speaks of an alarm that is silent: to buy it, its battery. */
  "upkeep",
] as const
export type Concept = (typeof CONCEPTS)[number]

/** Grammatical roles that change what signs mean: whether they are present, past, denied or hypothetical. */
export const WORD_ROLES = [
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
  /** Says that its object is repaired or long past. */
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
  /** An action after which it smelled: "when I light it". */
  "deed",

  /** Small words that no other of the languages has: where two know a word, the one spoken says what is meant. */
  "particle",
] as const
export type WordRole = (typeof WORD_ROLES)[number]

/**
 * The words of one language for each meaning and role, and `plain` phrases that cancel the meaning of their words, such
 * as "gas bill".
 */
export type Language = Record<Concept | WordRole | "plain", string>

/** Concepts as a set of bits. There is room for 32. */
export const bitsOf = (...concepts: Concept[]): number =>
  concepts.reduce((bits, concept) => bits | (1 << CONCEPTS.indexOf(concept)), 0)

/** Roles as another such set. */
export const rolesOf = (...roles: WordRole[]): number =>
  roles.reduce((bits, role) => bits | (1 << WORD_ROLES.indexOf(role)), 0)
