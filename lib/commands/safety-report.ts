import { HALVES, type Half, type Phrase, readCorpus, SUPPORTED } from "@/lib/requests/safety/corpus/read-corpus"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { tableOf } from "@/lib/requests/safety/measure"
import { command } from "./command"

await command(
  {
    name: "safety:report",
    summary: "Prints how the judge of texts does on both halves of the corpus, by language.",
    options: {
      mistakes: { about: "list the mistakes in the development half too" },
      "kept-apart": { about: "with --mistakes, list those in the half kept apart: it is never mended from" },
    },
    examples: [
      ["", "print misses, needless questions and false emergencies"],
      ["--mistakes", "show what is judged wrongly in the development half"],
    ],
    withoutDatabase: true,
  },
  async (given) => {
    for (const half of HALVES) report(half, given.mistakes && (half === "development" || given["kept-apart"]))
  },
)

function report(half: Half, withMistakes: boolean) {
  const judged = readCorpus(half).map((phrase) => ({ ...phrase, ...judgeText(phrase.text) }))
  console.log(`\n${half}: ${judged.length} phrases of ${new Set(judged.map(({ writer }) => writer)).size} writers`)
  if (judged.length === 0) {
    console.log("There are no phrases in this half, so nothing is known of it.")
    return
  }
  if (half === "development")
    console.log("The judge was made from these. What safety:train prints says more of texts new to it.")
  console.table(tableOf(judged, ({ language }) => (SUPPORTED.has(language) ? language : "others")))
  if (!withMistakes) return
  for (const { kind, verdict, language, text } of judged)
    if (isMistake(kind, verdict)) console.log(`${kind} judged ${verdict} | ${language} | ${text}`)
}

function isMistake(kind: Phrase["kind"], verdict: string): boolean {
  if (kind === "unsure") return false
  return kind === "ordinary" ? verdict !== "none" : verdict === "none"
}
