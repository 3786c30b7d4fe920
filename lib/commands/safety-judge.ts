import { once } from "node:events"
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
    for await (const lines of linesOf(process.stdin)) {
      const judged = lines.map((line) => `${JSON.stringify(judgeText(line))}\n`).join("")
      if (!process.stdout.write(judged)) await once(process.stdout, "drain")
    }
  },
)

/** The whole lines of each piece that arrives; nothing but a line feed ends one. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string[]> {
  let rest = ""
  for await (const piece of input.setEncoding("utf8")) {
    const lines = `${rest}${piece}`.split("\n")
    rest = lines.pop() ?? ""
    yield lines
  }
  if (rest) yield [rest]
}
