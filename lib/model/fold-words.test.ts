import { sql } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { db } from "@/db/client"
import { foldWords } from "./fold-words"
import { gramsOf, markFound, searchPatterns } from "./search-words"

/** Everything up to the end of the scripts in use, except what no text can hold. */
const CHARACTERS = Array.from({ length: 0xfffd }, (_, i) => i + 1).filter((code) => code < 0xd800 || code > 0xdfff)

test("the database folds every character as the app does", async () => {
  const known = CHARACTERS.map((code) => String.fromCodePoint(code))
  const rows = await db.execute<{ one: string; folded: string }>(
    sql`select one, search_fold('x' || one || 'x') as folded from jsonb_array_elements_text(${JSON.stringify(known)}::jsonb) one
      -- What only a newer Unicode knows is in no text yet.
      where unicode_assigned(one)`,
  )
  expect(rows.length).toBeGreaterThan(40_000)
  expect(rows.filter(({ one, folded }) => foldWords(`x${one}x`) !== folded)).toEqual([])
})

test("every text has the keys of each of its parts", async () => {
  const texts = fc.sample(fc.string({ unit: fc.constantFrom(..."abc 漏气严แก๊1"), maxLength: 20 }), 300)
  for (const text of texts) {
    const folded = ` ${foldWords(text)} `
    const [row] = await db.execute<{ grams: string[] }>(sql`select to_jsonb(search_grams(${folded})) as grams`)
    for (const pattern of searchPatterns(text).filter((it) => folded.includes(it)))
      expect(row?.grams).toEqual(expect.arrayContaining(gramsOf(pattern)))
  }
})

test.each([
  ["Siobhán O’Brien", "obrien", "Siobhán [O’Brien]"],
  ["Große Straße 4", "strasse", "Große [Straße] 4"],
  ["Boiler boils", "boil", "[Boil]er [boil]s"],
  ["An old annex", "an", "[An] old [an]nex"],
  ["A la carte", "a", "[A] la carte"],
  ["漏气很严重", "严重", "漏气很[严重]"],
  ["Nothing here", "boiler", "Nothing here"],
])("in %s the search %s marks %s", (shown, q, marked) => {
  const parts = markFound(shown, searchPatterns(q))
  expect(parts.map(({ text, found }) => (found ? `[${text}]` : text)).join("")).toBe(marked)
})
