import { randomUUID } from "node:crypto"
import { db } from "@/db/client"
import { closeDatabase } from "@/db/pools"
import { throttles } from "@/db/schema/sessions"
import { signIn } from "@/lib/identity/auth/sign-in"
import { requestReset } from "@/lib/identity/passwords/request-reset"
import { registerCustomer } from "@/lib/identity/registration/register-customer"
import { registerStaff } from "@/lib/identity/registration/register-staff"
import { requestVerification } from "@/lib/identity/verification/request-verification"
import { emailOf, makeActor, PASSWORD, premises } from "@/lib/testing/people"
import { startDatabase } from "./server"

/** Whether the time an answer takes tells who has an account. By hand: `npx tsx bench/enumeration.ts`, on a quiet machine. */
const SAMPLES = 200
const TOLERANCE = 0.05
/** A busy machine can spoil a measure, but no measure makes paths equal that are not. */
const MEASURES = 3

const visitor = () => ({ address: randomUUID(), device: "A test" })
const person = { name: "Dana Reed", phone: "0113 496 0000", password: PASSWORD, premises }

/** Public calls that take an email address. */
const QUESTIONS: Record<string, (email: string) => Promise<unknown>> = {
  "signing in": (email) => signIn(visitor(), { email, password: "not this one" }).catch(() => undefined),
  "signing in with a password of one's own": async (email) => {
    await registerCustomer(visitor(), { ...person, email })
    return signIn(visitor(), { email, password: person.password }).catch(() => undefined)
  },
  "asking for the confirmation link again": (email) => requestVerification(visitor(), { email }),
  registering: (email) => registerCustomer(visitor(), { ...person, email }),
  "applying as staff": (email) => registerStaff(visitor(), { ...person, email }),
  "asking for a reset": (email) => requestReset(visitor(), { email }),
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** How far apart the medians are. Taken in turns and in alternating order, so that what slows one slows the other. */
async function gapOf(ask: (email: string) => Promise<unknown>): Promise<number> {
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] }
  const known = emailOf(await makeActor("customer"))
  for (let sample = 0; sample < SAMPLES; sample++) {
    const unknown = `${randomUUID()}@example.test`
    const pair = [["known", known] as const, ["unknown", unknown] as const]
    for (const [kind, email] of sample % 2 ? pair : pair.toReversed()) times[kind].push(await took(() => ask(email)))
    await db.delete(throttles)
  }
  return Math.abs(median(times.known) / median(times.unknown) - 1)
}

async function measure(question: string, ask: (email: string) => Promise<unknown>): Promise<boolean> {
  await ask("warm@example.test")
  const gaps: number[] = []
  do gaps.push(await gapOf(ask))
  while (Math.min(...gaps) > TOLERANCE && gaps.length < MEASURES)
  console.log(`${question}: medians differ by ${gaps.map((gap) => `${(gap * 100).toFixed(1)} %`).join(", then ")}`)
  return Math.min(...gaps) <= TOLERANCE
}

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET ??= "a secret of the benchmark, long enough to sign with"
try {
  for (const [question, ask] of Object.entries(QUESTIONS)) if (!(await measure(question, ask))) process.exitCode = 1
} finally {
  await closeDatabase()
  await database.stop()
}
