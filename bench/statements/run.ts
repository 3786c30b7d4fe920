import { explain, type SentStatement, sentDuring } from "@/lib/testing/plans"

/** One way to look at something. */
export interface Case {
  page: string
  role: string
  name: string
  run: () => Promise<unknown>
}

export interface Measured extends Omit<Case, "run"> {
  /** Its slowest statement, the quicker of two times. */
  sent: SentStatement
  failed?: string
}

/** Runs it twice, since only the first time reads from disk and plans. */
export async function measure({ run, ...about }: Case): Promise<Measured> {
  const measured: Measured[] = []
  for (const _ of ["cold", "warm"]) {
    let failed: string | undefined
    const sent = await sentDuring(async () => {
      await run().catch((error: Error) => {
        failed = String((error.cause ?? error) as Error)
      })
    })
    const [slowest] = sent.toSorted((a, b) => b.milliseconds - a.milliseconds)
    measured.push({ ...about, sent: slowest ?? { text: "", params: [], milliseconds: 0 }, failed })
  }
  const [cold, warm] = measured
  if (!cold || !warm) throw new Error("Nothing was measured.")
  return cold.sent.milliseconds < warm.sent.milliseconds ? cold : warm
}

export async function printPlan({ sent }: Measured): Promise<void> {
  console.log(sent.text.replaceAll(/\s+/g, " ").trim(), JSON.stringify(sent.params))
  if (!/^\s*(select|with)\b/i.test(sent.text)) return
  const plan = await explain(sent, "costs off").catch((error: Error) => [String(error.cause ?? error)])
  console.log(plan.join("\n"))
}
