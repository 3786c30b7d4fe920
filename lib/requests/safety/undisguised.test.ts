import { expect, test } from "vitest"
import { judgeText } from "./judge-text"
import { undisguised } from "./undisguised"

test.each([
  ["letters that stand apart", "s m e l l   o f   g a s", "smell   of   gas"],
  ["and that all do", "h u e l e a g a s", "huele a gas"],
  ["with full stops", "S.M.E.L.L. O.F. G.A.S.", "SMELL. OF. GAS."],
  ["Cyrillic letters", "ѕmеll оf gаs", "smell of gas"],
  ["Greek letters", "smεll of gαs", "smell of gas"],
  ["figures", "5mell 0f g4s", "smell of gas"],
  ["signs", "sm3ll of g@$", "smell of gas"],
  ["a one for two letters", "gas 1eak, h1ss", "gas leak, hiss"],
  ["vowels left out", "i cn smll gs", "i can smell gas"],
])("%s are read as they are meant", (_, text, meant) => {
  expect(undisguised(text)?.replace(/\s+/g, " ").trim()).toBe(meant.replace(/\s+/g, " "))
  expect(judgeText(text).verdict).not.toBe("none")
})

test.each([
  "The meter G4 at SW4 5AS reads 10428",
  "3and el balcon 7aga",
  "Flat 2 B, not 2 C",
  "Пожалуйста, исправьте адрес",
  "Το γκάζι",
  "My GP and the NHS wrote to the GLC",
  "Error F28 on my 30si",
])("what is not disguised stays as it is: %s", (text) => {
  expect(undisguised(text)).toBeUndefined()
})

test.each(["a ", "a.", "gs ", "4a", "aа", "g4s "])("the longest text costs little, also when it is but %j", (piece) => {
  const text = piece.repeat(5200 / piece.length)
  const started = performance.now()
  undisguised(text)
  expect(performance.now() - started).toBeLessThan(500)
})
