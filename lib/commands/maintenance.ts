import { type Maintenance, readMaintenance, Maintenance as Wanted } from "@/lib/oversight/maintenance/maintenance-state"
import { setMaintenance } from "@/lib/oversight/maintenance/set-maintenance"
import { env } from "@/lib/runtime/env"
import { untilWords } from "@/lib/server/maintenance/page"
import { command, Misuse } from "./command"
import { typed } from "./typed"

await command(
  {
    name: "maintenance",
    summary:
      "Closes the app for maintenance and opens it again. The emergency number stays visible, and emergencies already received keep escalating. MAINTENANCE=1 does the same without a database.",
    argument: { choices: ["on", "off", "status"], about: "turn maintenance on or off, or show its status" },
    options: {
      message: { value: "TEXT", about: "the reason, as a sentence for customers" },
      until: { value: "TIME", about: "when you expect it to end, such as 2026-03-27T06:00Z" },
    },
    examples: [
      ["on --until 2026-03-27T06:00Z --message 'We are moving to a new server.'", "answer everything with 503"],
      ["off", "serve again"],
      ["status", "show whether it is on"],
    ],
  },
  async ({ argument, message, until }) => {
    if (argument === "on") await setMaintenance(typed(Wanted, { message, until: until && moment(until) }))
    else if (message ?? until) throw new Misuse("Use --message and --until only with `on`.")
    else if (argument === "off") await setMaintenance(undefined)
    console.log(words(await readMaintenance()))
    if (env().MAINTENANCE === "1") console.log("MAINTENANCE=1 is set here: apps started with it stay closed.")
  },
)

function moment(text: string): string {
  const at = Date.parse(text)
  if (at < Date.now()) throw new Misuse("--until is in the past.")
  if (Number.isNaN(at)) throw new Misuse("Give --until a time such as 2026-03-27T06:00Z.")
  return new Date(at).toISOString()
}

function words(closed: Maintenance | undefined): string {
  if (!closed) return "The app is open."
  return ["The app is closed for maintenance.", closed.message, untilWords(closed)].filter(Boolean).join(" ")
}
