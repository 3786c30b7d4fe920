import { writeFileSync } from "node:fs"
import { SUPPORTED } from "@/lib/requests/safety/corpus/read-corpus"
import { tableOf } from "@/lib/requests/safety/measure"
import { crossValidated, thresholdsFor } from "@/lib/requests/safety/statistics/cross-validation"
import { stored } from "@/lib/requests/safety/statistics/model"
import { heads, lessons } from "@/lib/requests/safety/statistics/training"
import { verdictOf } from "@/lib/requests/safety/verdict"
import { command } from "./command"

const WEIGHTS = new URL("../requests/safety/statistics/weights.json", import.meta.url)

await command(
  {
    name: "safety:train",
    summary: "Trains the statistics that judge texts for danger, from the development half of the corpus.",
    options: { "dry-run": { about: "print the figures, and write no weights" } },
    examples: [["", "train, choose thresholds by leaving each writer out in turn, and write the weights"]],
    withoutDatabase: true,
  },
  async (given) => {
    const all = lessons()
    const scored = crossValidated(all)
    const thresholds = thresholdsFor(scored.filter(({ language }) => SUPPORTED.has(language)))
    const judged = scored.map((lesson) => ({ ...lesson, verdict: verdictOf(lesson, thresholds) }))
    console.log("Each writer judged by statistics that the others taught:")
    console.table(
      tableOf(judged, ({ writer, language }) => `${writer}, ${SUPPORTED.has(language) ? language : "others"}`),
    )
    console.log("Thresholds:", thresholds)
    if (given["dry-run"]) return
    const { danger, monoxide } = heads(all)
    const model = { thresholds, danger: stored(danger), monoxide: stored(monoxide) }
    writeFileSync(WEIGHTS, `${JSON.stringify(model, null, 2)}\n`)
  },
)
