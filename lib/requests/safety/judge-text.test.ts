import { describe, expect, test } from "vitest"
import { HAZARD_OF, readCorpus, SUPPORTED } from "./corpus/read-corpus"
import { judgeText } from "./judge-text"
import { figuresOf } from "./measure"

describe("the development half of the corpus", () => {
  const judged = readCorpus("development").map((phrase) => ({ ...phrase, ...judgeText(phrase.text) }))
  const supported = judged.filter(({ language }) => SUPPORTED.has(language))
  const { dangers, missed, doubted, ordinary, alarmed, asked } = figuresOf(supported)

  test("has no phrase twice, and forty of both kinds in each language of the rules", () => {
    expect(new Set(judged.map(({ text }) => text)).size).toBe(judged.length)
    for (const language of SUPPORTED)
      for (const isDanger of [true, false]) {
        const such = judged.filter(
          (one) => one.language === language && (HAZARD_OF[one.kind] !== undefined) === isDanger,
        )
        expect(such.length, `${language}, ${isDanger ? "dangers" : "others"}`).toBeGreaterThanOrEqual(40)
      }
  })

  test("has less than one danger in fifty that is missed, and one in ten that is asked about", () => {
    expect(missed / dangers).toBeLessThan(0.02)
    expect(doubted / dangers).toBeLessThan(0.1)
  })

  test("has less than three in a hundred ordinary phrases that alarm, and a quarter that is asked about", () => {
    expect(alarmed / ordinary).toBeLessThan(0.03)
    expect(asked / ordinary).toBeLessThan(0.25)
  })

  test("has less than one danger in twenty that is missed in languages that the rules do not know", () => {
    const others = figuresOf(judged.filter(({ language }) => !SUPPORTED.has(language)))
    expect(others.missed / others.dangers).toBeLessThan(0.05)
    expect(others.alarmed / others.ordinary).toBeLessThan(0.03)
  })

  test("has gas and carbon monoxide told apart", () => {
    const told = judged.filter(({ kind, verdict }) => HAZARD_OF[kind] && verdict !== "none")
    const confused = told.filter((one) => one.verdict !== "none" && one.hazard !== HAZARD_OF[one.kind])
    expect(confused.length / told.length).toBeLessThan(0.05)
  })
})

test.each([
  ["four beeps", "Our detector gives four short beeps, waits, and gives four again"],
  ["a pulsing detector", "The CO detector on the landing keeps pulsing red"],
  ["a chirping detector", "The sensor by the boiler chirps and chirps and will not stop"],
  ["what feels like flu and goes away outdoors", "We have felt fluey for days but it clears as soon as we are outside"],
  ["soot over an appliance", "There are sooty streaks on the wall above the fire"],
  ["a yellow, lifting flame", "The stove burns with a yellow flame that lifts off the burner"],
  ["dead grass over the main", "A strip of lawn above the main has gone brown and died"],
  ["a bubbling puddle", "The puddle by the kerb bubbles although nobody drives there"],
  ["foam on a joint", "The joint foams when I brush soapy water on it"],
  ["a smell called garlic", "The larder smells of garlic and nobody has cooked with it"],
  ["a smell called cabbage", "A whiff of cabbage hangs about the meter"],
  ["a smell called eggs", "It is like rotten eggs on the stairs"],
  ["a smell called a dead animal", "It smells as if a dead animal lay behind the cooker"],
  ["a smell called skunk", "Something skunky comes up through the floor"],
  ["a niff", "There is a right niff coming from the meter cupboard"],
  ["honking", "The utility room is honking"],
  ["a neighbour's flat", "My neighbour's flat reeks and he does not open the door"],
  ["taps left on unlit", "Grandad left the taps on the hob open and unlit"],
  ["a digger through a yellow pipe", "The digger has gone through a yellow pipe"],
  ["hissing", "There is a hissing from behind the regulator"],
  ["people ill near an appliance", "I'm sick and giddy whenever the water heater runs"],
  ["a blocked flue", "The chimney is blocked by a nest and we still light the fire"],
  ["a barbecue indoors", "We lit a barbecue in the lounge to keep warm and my wife is drowsy"],
  ["fumes", "Exhaust fumes from the boiler fill the kitchen"],
  ["a danger said in passing", "Please correct my address. By the way the cellar stinks of gas."],
])("%s: there is or may be a danger", (_, text) => {
  expect(judgeText(text)).not.toEqual({ verdict: "none" })
})

test.each([
  ["a word that is a smell in French", "I sent a gas meter reading last week"],
  ["the name of a street", "Our office is at 3 Leake Street"],
  ["the name of a person", "Please send the invoice to Mr Leake"],
  ["the name of a firm", "Blaze Plumbing Ltd would like to become an installer"],
  ["damage to the door of a box", "A bin knocked the door off the meter box"],
  ["damage to a lid", "The lid of the meter cupboard is cracked"],
  ["prices that stink", "Your prices stink to high heaven"],
  ["a head that explodes", "My head explodes when I hear your hold music"],
  ["other figures of speech", "I was gaslighted by a toxic agent"],
  ["thanks for a past visit", "Thank you for repairing the gas leak in May, everything is fine since"],
  ["a question about buying an alarm", "Which carbon monoxide alarm do you sell and what does it cost"],
  ["selling a detector", "I would like to sell my unused CO detector"],
  ["asking for an alarm to be installed", "Please install a carbon monoxide alarm at the next visit"],
  ["a burglar alarm", "The burglar alarm of the depot keeps me awake"],
  ["a denial", "There is no smell of gas, I only want a refund"],
  ["a question about what might be", "What should we do if we ever smell gas"],
  ["a drill", "We hold a drill on Friday with a pretend gas leak"],
  ["an essay", "My daughter writes an essay about why gas smells"],
  ["a documentary", "I saw a documentary on gas explosions"],
  ["an application", "I apply for the job of gas fitter"],
  ["a pilot project", "We take part in the pilot for smart meters"],
  ["another smell", "The drain stinks, the water company is on its way, when is my reading due"],
  ["a water leak", "Water drips from the radiator"],
  ["a leak of data", "My personal data were leaked"],
  ["a gas bill", "My gas bill has doubled"],
])("%s is no emergency", (_, text) => {
  expect(judgeText(text).verdict).not.toBe("danger")
})

test.each([
  ["Portuguese", "Sinto cheiro de gás na cozinha desde ontem"],
  ["Russian", "В подъезде пахнет газом"],
  ["Ukrainian", "У квартирі чути запах газу"],
  ["Chinese", "厨房里有煤气味"],
  ["Japanese", "台所でガスの臭いがします"],
  ["Korean", "부엌에서 가스 냄새가 나요"],
  ["Bengali", "রান্নাঘরে গ্যাসের গন্ধ পাচ্ছি"],
  ["Urdu", "باورچی خانے میں گیس کی بو آ رہی ہے"],
  ["Persian", "در آشپزخانه بوی گاز می آید"],
  ["Turkish", "Mutfakta gaz kokusu var, lütfen gelin"],
  ["Vietnamese", "Có mùi ga trong bếp"],
  ["Indonesian", "Bau gas di dapur sangat kuat"],
  ["Tagalog", "May amoy ng gas sa kusina"],
  ["Swahili", "Kuna harufu ya gesi jikoni"],
  ["Italian", "C'è puzza di gas in cucina"],
  ["Dutch", "De koolmonoxidemelder gaat af"],
  ["Tamil", "சமையலறையில் எரிவாயு வாசனை வருகிறது"],
  ["Telugu", "వంటగదిలో గ్యాస్ వాసన వస్తోంది"],
  ["Marathi", "स्वयंपाकघरात गॅसचा वास येतोय"],
  ["Thai", "ในครัวมีกลิ่นแก๊ส"],
  ["Hausa", "Akwai warin gas a kicin"],
  ["Romanian", "Miroase a gaz în bucătărie"],
  ["Amharic", "ቤቴ ውስጥ የጋዝ ሽታ አለ"],
  ["Punjabi", "ਰਸੋਈ ਵਿੱਚ ਗੈਸ ਦੀ ਬਦਬੂ ਆ ਰਹੀ ਹੈ"],
  ["Gujarati", "રસોડામાં ગેસની વાસ આવે છે"],
  ["Hebrew", "יש ריח של גז במטבח"],
  ["Greek", "Μυρίζει γκάζι στην κουζίνα"],
])("gas or an alarm in %s is at least asked about", (_, text) => {
  expect(judgeText(text).verdict).not.toBe("none")
})

test("a judgement says which judge saw most, and in which of the customer's words", () => {
  expect(judgeText("smell\nSmell of gas")).toEqual({
    verdict: "danger",
    hazard: "gas",
    words: "Smell of gas",
    judge: "rules",
  })
  const fluey = "Please send a copy of my bill. We have felt fluey for days but it clears as soon as we are outside"
  const judgement = judgeText(fluey)
  expect(judgement).toMatchObject({ hazard: "carbon_monoxide", judge: "statistics" })
  if (judgement.verdict !== "none") expect(fluey).toContain(judgement.words)
  expect(judgeText("厨房里有煤气味")).toMatchObject({ hazard: "gas", words: "厨房里有煤气味" })
})

test.each(["", " ", "\n", "...", "😀"])("a text without words, such as %j, is none", (text) => {
  expect(judgeText(text)).toEqual({ verdict: "none" })
})

test("what is like other reports is quoted as a whole sentence, which says more than the words that weigh most", () => {
  const read = judgeText("Hello. My name is Jo. Flame on the hob is a bit weak. Thank you")
  expect(read).toMatchObject({ judge: "statistics", words: "Flame on the hob is a bit weak" })
})

test("words that are quoted are at most some 80 characters long", () => {
  const longest = readCorpus("development").map(({ text }) => judgeText(`${text} ${text}`))
  expect(Math.max(...longest.map((one) => (one.verdict === "none" ? 0 : one.words.length)))).toBeLessThan(130)
})

test.each(["smell of ", "leak fixed. ", "no not any ", "gas gas ", "सड़े हुए ", "x", "煤气", "a’t’", "\n"])(
  "the longest text there can be costs little, also when it is nothing but %j",
  (piece) => {
    const text = piece.repeat(5200 / piece.length)
    const started = performance.now()
    judgeText(text)
    // Many times what it takes: a judge that looks back at everything would take longer still.
    expect(performance.now() - started).toBeLessThan(1500)
  },
)

test("a text of usual length costs less than a millisecond, with room for a busy machine", () => {
  const texts = readCorpus("development").map(({ text }) => text.padEnd(200, ` ${text}`))
  const started = performance.now()
  for (const text of texts) judgeText(text)
  expect((performance.now() - started) / texts.length).toBeLessThan(5)
})

describe("a sentence that speaks of nothing dangerous", () => {
  const TITLES = ["Meter display is blank", "The meter box is full of water", "Boiler does not start", "Move the meter"]

  test.each([
    "The neighbours have the same",
    "Water gets in whenever it rains",
    "It makes me angry every time",
    "The basement floods when it rains",
    "My husband is in hospital, please call me instead",
    "It comes and goes",
  ])("is nothing to ask about, beside an ordinary title either: %s", (text) => {
    expect(judgeText(text)).toEqual({ verdict: "none" })
    for (const title of TITLES) expect(judgeText(`${title}\n${text}`), title).toEqual({ verdict: "none" })
  })

  test("alone raises no emergency", () => {
    for (const title of TITLES)
      expect(judgeText(`${title}\nIt stops and starts again`).verdict, title).not.toBe("danger")
  })

  test("takes nothing from one beside it that does", () => {
    expect(judgeText("Wrong address\nThe neighbours have the same. The cellar stinks of gas.").verdict).toBe("danger")
  })
})

describe("a text without words", () => {
  test.each(["mmmmmmmmmmmm", "x", "<i>x</i>", "22 92 120", "---", "a 1 b 2"])("tells of nothing: %s", (text) => {
    expect(judgeText(text)).toEqual({ verdict: "none" })
  })

  test("makes nothing of an ordinary one beside it, whatever its numbers", () => {
    for (const number of [...Array(130).keys()])
      for (const run of ["x", "m"])
        expect(
          judgeText(`Boiler pressure low; “quotes” & ampersands <i>x</i> ${number}\n${run.repeat(600)}`),
          `${number}`,
        ).toEqual({ verdict: "none" })
  })

  test("that spells a danger tells of it", () => {
    expect(judgeText("g a s l e a k").verdict).not.toBe("none")
  })
})
