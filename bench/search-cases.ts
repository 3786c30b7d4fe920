import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { CutOff } from "@/db/errors"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import { RequestFilter } from "@/lib/requests/contract"
import { countList } from "@/lib/requests/count-list"
import { listRequests } from "@/lib/requests/list-requests"
import { MIDDLE, readers } from "./statements/people"

/** Common in all, in some, in old ones only; parts of words; rare; of nobody; two of each; and kinds of numbers. */
const WORDS = [
  "boiler",
  "leeds",
  "the",
  "oil",
  "ing",
  "smith",
  "priestley",
  "siobhan",
  "archive",
  "kirkgate",
  "nowhere",
  "qqqqq",
  "zz",
  "ba",
  "boiler leeds",
  "boiler nowhere",
  "boiler cooker",
  "priestley ramsden",
  "meter pickering",
  "valve trips",
  "smith kirkgate",
  "archive boiler",
  "archive thirsk",
  "obrien photographs",
  "wisniewski regulator",
]
const FILTERS: Record<string, unknown>[] = [
  {},
  { status: "open" },
  { status: "closed" },
  { status: "pending" },
  { status: "cancelled" },
  { category: "meter_fault" },
  { category: "other" },
  { priority: "emergency" },
  { category: "billing", priority: "low", status: "closed" },
  { assignee: "nobody" },
  { createdTo: "2025-11-01T00:00:00Z" },
  { sort: "createdAt" },
  { sort: "updatedAt" },
  { sort: "-updatedAt" },
  { sort: "priority" },
  { sort: "due" },
  { sort: "-updatedAt", status: "open" },
  { sort: "priority", category: "meter_fault" },
  { sort: "due", assignee: "nobody" },
]
const ROUNDS = 3
const PAGES = 3

interface Timed {
  name: string
  ms: number
}

/** Whose lists differ: everybody's, one's own of few and of many, and those assigned to somebody who has few or many. */
const ROLES = ["supervisor", "staff", "busiest", "customer", "largest"] as const

/**
 * Prints p50 and p95 over all searches of each role and by filter, with what it takes to count what they find, and the
 * slowest searches by name. `only` is part of the filters to measure.
 */
export async function measureSearches(only = ""): Promise<void> {
  const words = [...WORDS, ...(await ofSome())]
  const who = await readers()
  const all: Timed[] = []
  console.log(`${"ms".padEnd(72)}   p50   p95   p99   max`)
  for (const role of ROLES) all.push(...(await measureAs(role, who[role], words, only)))
  show("all", all)
  const byName = new Map<string, Timed[]>()
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  const middle = (list: Timed[]) => list.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  const worst = [...byName].toSorted(([, a], [, b]) => middle(b) - middle(a)).slice(0, 25)
  for (const [name, list] of worst) console.log(`${middle(list).toFixed(0).padStart(5)}  ${name}`)
}

async function measureAs(role: string, actor: Actor, words: readonly string[], only: string): Promise<Timed[]> {
  const filters = FILTERS.filter((it) => it.sort !== "due" || may(actor, "request.explain"))
  const timed: Timed[] = []
  for (const filter of filters.map((it) => JSON.stringify(it)).filter((it) => it.includes(only))) {
    const [found, counted]: [Timed[], Timed[]] = [[], []]
    for (const q of words) {
      found.push(...(await timesOf(actor, q, JSON.parse(filter))))
      counted.push(...(await countsOf(actor, q, JSON.parse(filter))))
    }
    show(`${role} ${filter}`, found)
    show(`${role} ${filter} counted`, counted)
    timed.push(...[...found, ...counted].map(({ name, ms }) => ({ name: `${role} ${name}`, ms })))
  }
  show(`${role}, all`, timed)
  return timed
}

function show(name: string, list: readonly Timed[]): void {
  const sorted = list.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(0).padStart(5)
  console.log(`${name.padEnd(72)} ${at(0.5)} ${at(0.95)} ${at(0.99)} ${at(1 - 1e-9)}  of ${sorted.length}`)
}

const NOTHING = { items: [], next: null }
const UNCOUNTED = { total: { count: "cut off", more: false } }

/** What is cut off has taken its two seconds, which is what is measured. */
const orCutOff = <Found, Other>(found: Promise<Found>, otherwise: Other): Promise<Found | Other> =>
  found.catch((error: unknown) => {
    if (error instanceof CutOff) return otherwise
    throw error
  })

async function timesOf(actor: Actor, q: string, filter: Record<string, unknown>): Promise<Timed[]> {
  const timed: Timed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let after: string | undefined
    for (let page = 1; page <= PAGES; page++) {
      const start = performance.now()
      const { items, next } = await orCutOff(listRequests(actor, RequestFilter.parse({ q, ...filter, after })), NOTHING)
      const ms = performance.now() - start
      timed.push({ name: `${q} ${JSON.stringify(filter)} page ${page}: ${items.length}${next ? "+" : ""}`, ms })
      if (!next) break
      after = next
    }
  }
  return timed
}

async function countsOf(actor: Actor, q: string, filter: Record<string, unknown>): Promise<Timed[]> {
  const timed: Timed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const { total } = await orCutOff(countList(actor, RequestFilter.parse({ q, ...filter })), UNCOUNTED)
    const ms = performance.now() - start
    timed.push({ name: `${q} ${JSON.stringify(filter)} counted: ${total.count}${total.more ? "+" : ""}`, ms })
  }
  return timed
}

/** Words and numbers of one request from the middle, which few others have. */
async function ofSome(): Promise<string[]> {
  const [one] = await db.execute<Record<string, string>>(sql`
    select reference, right(reference, 4) as part, phone, right(phone, 4) as digits, email, r.premises ->> 'mprn' as mprn, r.premises ->> 'postcode' as postcode,
      r.premises ->> 'meterSerial' as serial, name, r.premises ->> 'line1' as street
    from service_requests r join accounts a on a.id = customer_id
    where r.id = ${MIDDLE}`)
  return Object.values(one ?? {})
}
