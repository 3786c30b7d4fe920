import type { Verdict } from "@/lib/model/hazard"
import { HALVES, type Half, type Phrase, readCorpus, SUPPORTED } from "@/lib/requests/safety/corpus/read-corpus"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { tableOf } from "@/lib/requests/safety/measure"
import { judgedByOthers } from "@/lib/requests/safety/statistics/cross-validation"
import { lessons } from "@/lib/requests/safety/statistics/training"
import { command } from "./command"

await command(
  {
    name: "safety:report",
    summary: "Prints how the judge of texts does on both halves of the corpus, by language.",
    options: {
      "by-others": {
        about: "judge each writer of the development half by what only the others taught, and nothing else",
      },
      mistakes: { about: "list the mistakes in the development half too" },
      "kept-apart": { about: "with --mistakes, list those in the half kept apart: it is never mended from" },
    },
    examples: [
      ["", "print misses, needless questions and false emergencies"],
      ["--by-others --mistakes", "show what is judged wrongly in texts of writers new to the judge"],
      ["--mistakes", "show what is judged wrongly in the development half"],
    ],
    withoutDatabase: true,
  },
  async (given) => {
    if (given["by-others"]) return reportByOthers(given.mistakes)
    for (const half of HALVES) report(half, given.mistakes && (half === "development" || given["kept-apart"]))
  },
)

function languageOf({ language }: Phrase): string {
  return SUPPORTED.has(language) ? language : "others"
}

function reportByOthers(withMistakes: boolean) {
  const judged = judgedByOthers(lessons())
  console.log("Each writer judged by weights and thresholds that only the others taught:")
  console.table(tableOf(judged, (phrase) => `${phrase.writer}, ${languageOf(phrase)}`))
  printKnown(judged)
  if (withMistakes) listMistakes(judged)
}

function report(half: Half, withMistakes: boolean) {
  const judged = readCorpus(half).map((phrase) => ({ ...phrase, ...judgeText(phrase.text) }))
  console.log(`\n${half}: ${judged.length} phrases of ${new Set(judged.map(({ writer }) => writer)).size} writers`)
  if (judged.length === 0) {
    console.log("There are no phrases in this half, so nothing is known of it.")
    return
  }
  if (half === "development")
    console.log("The judge was made from these. What --by-others prints says more of texts new to it.")
  console.table(tableOf(judged, languageOf))
  printKnown(judged)
  if (withMistakes) listMistakes(judged)
}

function printKnown(judged: readonly (Phrase & { verdict: Verdict })[]) {
  console.log("In the languages that the rules know:")
  const known = judged.filter(({ language }) => SUPPORTED.has(language))
  console.table(tableOf(known, languageOf))
}

function listMistakes(judged: readonly (Phrase & { verdict: Verdict })[]) {
  for (const { kind, verdict, language, text } of judged)
    if (isMistake(kind, verdict)) console.log(`${kind} judged ${verdict} | ${language} | ${text}`)
}

function isMistake(kind: Phrase["kind"], verdict: Verdict): boolean {
  if (kind === "unsure") return false
  return kind === "ordinary" ? verdict !== "none" : verdict === "none"
}
