import { parseArgs } from "node:util"
import { ensureSchema } from "@/db/ensure-schema"
import { sealEntries } from "@/lib/audit/seal-entries"
import { type Head, verifyAudit } from "@/lib/audit/verify"
import { command } from "./command"

/** Tells whether the audit log is as it was written. `--known 120:9f86d0…` compares with a head noted earlier. */
await command(async () => {
  const { values } = parseArgs({ options: { known: { type: "string" } } })
  await ensureSchema()
  await sealEntries()
  const verdict = await verifyAudit(values.known === undefined ? undefined : headOf(values.known))
  if ("broken" in verdict) throw new Error(`The audit log was tampered with. ${verdict.broken}`)
  const { position, hash } = verdict.head
  console.log(
    `The audit log is whole: ${position} ${position === 1 ? "entry" : "entries"}. Note its head elsewhere: ${position}:${hash}`,
  )
})

function headOf(text: string): Head {
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!hash) throw new Error("--known is a head as this command prints it, such as 120:9f86d0…")
  return { position: Number(position), hash }
}
