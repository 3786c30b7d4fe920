import { explain, type SentStatement, sentDuring } from "@/lib/testing/plans"

/** One way to look at something. */
export interface Case {
  page: string
  role: string
  name: string
  run: () => Promise<unknown>
}

export interface Measured extends Omit<Case, "run"> {
  /** Its slowest statement, in the quickest of its times. */
  sent: SentStatement
  /** How many statements it sends, and how long all of them take together. */
  statements: number
  all: number
  failed?: string
}

const TIMES = ["cold", "warm", "again"]

/** Runs it some times, since the first time reads from disk and plans, and others may use the machine. */
export async function measure({ run, ...about }: Case): Promise<Measured> {
  const measured: Measured[] = []
  for (const _ of TIMES) {
    let failed: string | undefined
    const sent = await sentDuring(async () => {
      await run().catch((error: Error) => {
        failed = String((error.cause ?? error) as Error)
      })
    })
    const [slowest = { text: "", params: [], milliseconds: 0 }] = sent.toSorted(
      (a, b) => b.milliseconds - a.milliseconds,
    )
    const all = sent.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    measured.push({ ...about, sent: slowest, statements: sent.length, all, failed })
  }
  const [quickest] = measured.toSorted((a, b) => a.sent.milliseconds - b.sent.milliseconds)
  if (!quickest) throw new Error("Nothing was measured.")
  return quickest
}

export async function printPlan({ sent }: Measured): Promise<void> {
  console.log(sent.text.replaceAll(/\s+/g, " ").trim(), JSON.stringify(sent.params))
  if (!/^\s*(select|with)\b/i.test(sent.text)) return
  const plan = await explain(sent, "costs off").catch((error: Error) => [String(error.cause ?? error)])
  console.log(plan.join("\n"))
}
