import { spelled, type Token } from "./tokens"

/** What follows the name of a street or a firm, and what stands before a name. */
const AFTER =
  wordsOf(`street, st, road, rd, lane, avenue, ave, close, drive, court, crescent, terrace, gardens, hill, square, ltd,
  limited, plc, gmbh, sarl, sa, sl, inc, llc, sp, straße, strasse, weg, gasse, platz, marg, nagar, colony, plumbing, brothers`)
const BEFORE =
  wordsOf(`mr, mrs, ms, miss, dr, herr, frau, señor, señora, sr, sra, monsieur, madame, pan, pani, calle, avenida, pasaje,
  plaza, rue, avenue, place, impasse, allée, ulica, ulicy, ul, firma, firmy, firme, shri, smt, شارع`)
const CAPITALISED = /^\p{Lu}\p{M}*\p{Ll}/u

/** Whether a word is part of the name of a street, a firm or a person, as in "Leake Street". */
export function isName({ text, tokens }: { text: string; tokens: readonly Token[] }, at: number): boolean {
  const [word, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (!word) return false
  if (after && AFTER.has(after.word) && after.gap === 0 && CAPITALISED.test(text.slice(word.start, word.end)))
    return CAPITALISED.test(text.slice(after.start, after.end))
  return (
    before !== undefined &&
    BEFORE.has(before.word) &&
    word.gap < 2 &&
    CAPITALISED.test(text.slice(word.start, word.end))
  )
}

function wordsOf(list: string): Set<string> {
  return new Set(list.split(",").map((word) => spelled(word.trim())))
}
