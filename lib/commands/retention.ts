import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { spanWords } from "@/lib/oversight/privacy/retention-rule"
import { KEPT } from "@/lib/oversight/privacy/retention-rules"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { command } from "./command"

await command(
  {
    name: "retention",
    summary: "Deletes expired data according to the settings. Workers do the same every hour.",
    options: { "dry-run": { about: "count what would be deleted, and change nothing" } },
    examples: [
      ["--dry-run", "show how long data is kept, and how many rows have expired"],
      ["", "delete it now"],
    ],
  },
  async (given) => {
    const dry = given["dry-run"]
    const { retention } = await readSettings()
    const applied = await applyRetention({ dry, author: COMMAND_LINE })
    console.table(
      applied.map(({ rule, rows }) => ({
        what: rule.what,
        becomes: spanWords(rule, retention),
        [dry ? "would be" : "were"]: rows,
      })),
    )
    console.log(["Kept permanently:", ...KEPT].join("\n- "))
  },
)
