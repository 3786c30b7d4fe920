import { once } from "node:events"
import { createInterface } from "node:readline"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { command } from "./command"

await command(
  {
    name: "safety:judge",
    summary: "Judges texts for danger as filing does: one text a line on standard input, one JSON line each.",
    options: {},
    examples: [["< texts.txt", "print verdict, hazard, words and judge of each line; an empty line is none"]],
    withoutDatabase: true,
  },
  async () => {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      if (!process.stdout.write(`${JSON.stringify(judgeText(line))}\n`)) await once(process.stdout, "drain")
  },
)
