import { COMMAND_LINE } from "@/lib/audit/audit"
import { applyRetention } from "@/lib/privacy/apply-retention"
import { KEPT } from "@/lib/privacy/retention"
import { spanWords } from "@/lib/privacy/rule"
import { readSettings } from "@/lib/settings/read"
import { command } from "./command"

await command(
  {
    name: "retention",
    summary: "Deletes or empties what is kept no longer, as the settings say; workers do the same every hour.",
    options: { "dry-run": { about: "count what would be done, and change nothing" } },
    examples: [
      ["--dry-run", "show what is kept for how long, and how many rows are over it"],
      ["", "do it now"],
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
    console.log(["Kept for good:", ...KEPT].join("\n- "))
  },
)
