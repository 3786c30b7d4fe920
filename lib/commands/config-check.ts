import { clock, database, timeZone } from "@/lib/checks/database"
import { disk, files } from "@/lib/checks/files"
import { address, mail } from "@/lib/checks/outside"
import { env } from "@/lib/env"
import { command } from "./command"
import { reasonOf } from "./reason-of"

const CONFIGURATION = {
  name: "Environment",
  look: async () => `every variable is as it should be (NODE_ENV=${env().NODE_ENV})`,
}

await command(
  {
    name: "config:check",
    summary: "Checks the configuration and tries what it names: database, files, mail, address. Prints no secret.",
    options: {},
    examples: [["", "print a line for each, such as before the first start or after a change"]],
    failure: "something is wrong; its line begins with WRONG",
  },
  async () => {
    let wrong = 0
    for (const { name, look } of [CONFIGURATION, database, clock, timeZone, files, disk, mail, address]) {
      const line = await look().then(
        (found) => `ok     ${name}: ${found}`,
        (error) => `WRONG  ${name}: ${reasonOf(error).split("\n")[0]}`,
      )
      console.log(line)
      if (line.startsWith("WRONG")) wrong++
      // Without a configuration there is nothing to try.
      if (wrong > 0 && name === CONFIGURATION.name) break
    }
    if (wrong > 0) throw new Error(wrong === 1 ? "1 check failed." : `${wrong} checks failed.`)
  },
)
