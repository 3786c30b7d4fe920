import { clock, database, schema, timeZone } from "@/lib/oversight/checks/database"
import { disk, files } from "@/lib/oversight/checks/files"
import { addressCheck, mail } from "@/lib/oversight/checks/mail-and-address"
import { scanner } from "@/lib/oversight/checks/scanner"
import { configurationProblems } from "@/lib/runtime/env"
import { command } from "./command"
import { reasonOf } from "./reason-of"

await command(
  {
    name: "config:check",
    summary:
      "Checks the configuration and tests the database, files, virus scanner, mail and address it names. Prints no secrets.",
    options: {},
    examples: [["", "print one line per check; run it before the first start and after a change"]],
    failure: "something is wrong; its line begins with WRONG",
  },
  async () => {
    const problems = configurationProblems(process.env)
    for (const problem of problems) console.log(`WRONG  Environment: ${problem}`)
    // Without a configuration there is nothing to try.
    const wrong = problems.length || (await tryAll())
    if (wrong > 0) throw new Error(wrong === 1 ? "1 check failed." : `${wrong} checks failed.`)
  },
)

/** How many are wrong. */
async function tryAll(): Promise<number> {
  console.log("ok     Environment: all variables are valid")
  let wrong = 0
  for (const { name, look } of [database, schema, clock, timeZone, files, disk, scanner, mail, addressCheck])
    try {
      console.log(`ok     ${name}: ${await look()}`)
    } catch (error) {
      wrong++
      console.log(`WRONG  ${name}: ${reasonOf(error).split("\n")[0]}`)
    }
  return wrong
}
