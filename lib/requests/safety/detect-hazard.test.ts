import { expect, test } from "vitest"
import { detectHazard } from "./detect-hazard"
import { LANGUAGES } from "./languages"
import { ReadText } from "./read-text"

const LONGEST = 5200

test.each([
  ["SMELL OF GAS", "SMELL OF GAS"],
  ["My bill is wrong.\nThere is a  smell of\ngas in the hall", "smell of gas"],
  ["Hier ist Gasgeruch im Keller", "Gasgeruch"],
  ["The regulator on the wall, which you fitted last spring for us, smells", "regulator … smells"],
  ["Strange smell in the kitchen\nIch habe eine Frage zu meiner Rechnung, da wir mit Gas heizen", "smell"],
  ["No gas smell yesterday, today there is", "gas smell"],
  ["The bill is wrong. Also, huele a gas en la escalera.", "huele a gas"],
])("%j is told with the words that say it", (text, words) => {
  expect(detectHazard(new ReadText(text))?.words).toBe(words)
})

test.each([
  ["a denial reaches the sign it stands before", "There is no smell of gas, the display is blank", false],
  ["and none behind a pause", "No gas, smells bad at the meter", true],
  ["nor what comes after a but", "no alarm but it smells of gas", true],
  ["not knowing denies nothing", "I do not know whether this is a gas leak", true],
  ["what was repaired is over", "The gas leak was repaired", false],
  ["unless it was not", "The gas leak was never repaired", true],
  ["or nobody did", "Nobody in this whole big company has so far repaired the gas leak", true],
  ["or only seemed so", "I thought the gas leak was repaired", true],
  ["or it came back", "The gas leak was repaired. It came back", true],
  ["or it was something else that was repaired", "You repaired the boiler and it smells of gas", true],
  ["or something else is there", "The gas leak was repaired, the smell of gas is still there", true],
  ["what might be is not", "What should we do if there is a gas leak?", false],
  ["but asking what to do about what is there is", "What should we do, there is a gas leak", true],
  ["nor what was tried", "What should we do, when we turn on the hob it smells of gas", true],
  ["and what would be done about it is not", "If there is a gas leak, should I turn off the meter?", false],
  ["what nobody noticed is not", "Nobody smelled gas", false],
  ["nor what was yesterday, unless it is today", "No smell of gas yesterday, but now there is", true],
  ["or is there for another", "I do not smell gas but my neighbour does", true],
  ["or elsewhere", "No smell of gas outside, only in the kitchen", true],
  ["where nothing else is missing", "No smell of gas, only in the bath there is no water", false],
  ["to seek it denies nothing", "Ich finde das Gasleck nicht", true],
  ["nor that it is gone", "Der Gasgeruch ist nicht weg", true],
  ["what was paid for is over", "You charged me for a gas leak visit", false],
  ["two languages that know as much of a text agree that it is denied", "No gas leak", false],
  ["a silent alarm is bought", "Please order a CO alarm", false],
  ["one that sounds is not", "The CO alarm you told me to order is beeping", true],
  ["a text in one language is not judged by another that shares its words", "gas ki smell nahi hai", false],
  ["a word in one language stands in a text of another", "Hello, this is my flat. Fuga de gas", true],
  ["accents may be missing", "escape de gas en la caldera, olia fatal", true],
  ["letters may be drawn out", "gaaaaas smelllll", true],
  ["vowel signs may stand in Arabic", "رِيحَة غَاز", true],
  ["joiners that nobody sees part no words", "sm\u200bell of ga\u00ads", true],
])("%s: %s", (_, text, isOne) => {
  expect(detectHazard(new ReadText(text)) !== undefined).toBe(isOne)
})

test("no small word belongs to two languages, since it tells which one is spoken", () => {
  const particles = LANGUAGES.flatMap(({ particle }) => particle.split(",").map((word) => word.trim()))
  expect(particles.filter((word, index) => particles.indexOf(word) !== index)).toEqual([])
})

const ONE_SENTENCE = [
  "leak fixed ",
  "smell of ",
  "no not any ",
  "alarm ",
  "what if leak ",
  "no smell today ",
  "leak fixed and boiler ",
  "nobody fixed the leak ",
  "not leak nicht ",
  "gas gas ",
  "ا",
  "सड़े हुए ",
  "a’t’",
]

test.each([...ONE_SENTENCE, "\n", ",", "x", "\u0301", "لل", "i̇"])(
  "the longest text there can be costs little, also when it is nothing but %j",
  (piece) => {
    const text = piece.repeat(LONGEST / piece.length)
    const started = performance.now()
    detectHazard(new ReadText(text))
    // A hundred times what it takes: a rule that looks back at everything would take longer still.
    expect(performance.now() - started).toBeLessThan(500)
  },
)
