import { ensureSchema } from "@/db/ensure-schema"
import { getSealBacklog } from "@/lib/oversight/audit/seal-backlog"
import { sealEntries } from "@/lib/oversight/audit/seal-entries"
import { type Head, verifyAudit } from "@/lib/oversight/audit/verify"
import { command, Misuse } from "./command"

await command(
  {
    name: "audit:verify",
    summary: "Checks that the audit log has not been changed, and names the first entry that has.",
    options: { known: { value: "HEAD", about: "compare with a head noted earlier, such as 120:9f86d0…" } },
    examples: [
      ["", "check the whole log and print its head"],
      ["--known 120:9f86d0…", "also check that nothing was cut off or rebuilt since that head"],
    ],
    failure: "the log was tampered with, or could not be read",
  },
  async ({ known }) => {
    const noted = known === undefined ? undefined : headOf(known)
    await ensureSchema()
    await sealEntries()
    const verdict = await verifyAudit(noted)
    if ("broken" in verdict) throw new Error(`The audit log was tampered with. ${verdict.broken}`)
    const { head, redacted } = verdict
    const { position, hash } = head
    console.log(`The audit log is intact: ${counted(position)}. Note its head elsewhere: ${position}:${hash}`)
    if (redacted)
      console.log(`Of ${counted(redacted.entries)} words of customers were removed: entry ${redacted.by} tells when.`)
    const { entries } = await getSealBacklog()
    if (entries > 0) console.log(`Not sealed yet, so not checked: ${counted(entries)}.`)
  },
)

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? "entry" : "entries"}`
}

function headOf(text: string): Head {
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!hash) throw new Misuse("Give --known a head as this command prints it, such as 120:9f86d0….")
  return { position: Number(position), hash }
}
