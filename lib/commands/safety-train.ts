import { writeFileSync } from "node:fs"
import { crossValidated, thresholdsFor } from "@/lib/requests/safety/statistics/cross-validation"
import { stored } from "@/lib/requests/safety/statistics/model"
import { heads, lessons } from "@/lib/requests/safety/statistics/training"
import { command } from "./command"

const WEIGHTS = new URL("../requests/safety/statistics/weights.json", import.meta.url)

await command(
  {
    name: "safety:train",
    summary: "Trains the statistics that judge texts for danger, from the development half of the corpus.",
    options: {},
    examples: [["", "train, choose thresholds by leaving each writer out in turn, and write the weights"]],
    withoutDatabase: true,
  },
  async () => {
    const all = lessons()
    const thresholds = thresholdsFor(crossValidated(all))
    const { danger, monoxide } = heads(all)
    const model = { thresholds, danger: stored(danger), monoxide: stored(monoxide) }
    writeFileSync(WEIGHTS, `${JSON.stringify(model, null, 2)}\n`)
    console.log("Thresholds:", thresholds)
    console.log("How it does on writers that it has not learnt from: npm run safety:report -- --by-others")
  },
)
