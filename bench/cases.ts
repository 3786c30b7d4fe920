import type postgres from "postgres"
import { PASSWORD } from "./dataset"
import type { Call, Calls } from "./load"
import { type Person, signIn } from "./people"

/** The least it should reach, as a fraction of the bare handler, or the most it should weigh. */
export type Target = { fraction: number } | { kilobytes: number }

export interface Case {
  name: string
  target?: Target
  prepare: () => Promise<Calls>
}

const FILING = {
  category: "meter_fault",
  title: "Meter display is blank",
  description: "The display has shown nothing since Monday.",
  contactPreference: "phone",
}
/** At the customer's home. */
const filing = ({ email }: Person) => ({
  ...FILING,
  premises: { line1: `${email.replace(/\D/g, "")} Mill Lane`, town: "Leeds", postcode: "LS1 4AB" },
})
const JSON_TYPE = { "content-type": "application/json" }

/** The case that all others are measured against. */
export const BARE = "bare handler"

/**
 * Made anew for each round: tokens grow old, and the calls of the last round changed things. What signing in and writing may
 * cost is said in `beside-bare.ts`.
 */
export async function casesFor(sql: postgres.Sql): Promise<Case[]> {
  const customers = await signIn(sql, "customer")
  const [busiest] = await signIn(sql, "staff")
  if (!busiest) throw new Error("There is no staff to measure with.")
  const [supervisor] = await signIn(sql, "supervisor")
  if (!supervisor) throw new Error("There is no supervisor to measure with.")
  const each = (call: (customer: Person) => Call) => async () => customers.map(call)
  const mine = (path: string) => async () => [{ path, headers: busiest.bearer }]
  const customer = ring(customers)
  const reads = { fraction: 0.7 }
  const board = { kilobytes: 200 }
  return [
    { name: BARE, prepare: async () => [{ path: "/healthz" }] },
    {
      name: "sign in",
      prepare: async () => () => post("/api/v1/tokens", JSON_TYPE, { email: customer().email, password: PASSWORD }),
    },
    {
      name: "create request",
      prepare: each((one) => post("/api/v1/requests", { ...JSON_TYPE, ...one.bearer }, filing(one))),
    },
    {
      name: "list own (20)",
      target: reads,
      prepare: each(({ bearer }) => ({ path: "/api/v1/requests?limit=20", headers: bearer })),
    },
    { name: "list assigned (of 1,000)", target: reads, prepare: mine("/api/v1/requests?limit=20") },
    { name: "list assigned, open", target: reads, prepare: mine("/api/v1/requests?status=open&limit=20") },
    { name: "get one", target: reads, prepare: () => gets(sql, customers) },
    { name: "update status", prepare: () => updates(sql, busiest) },
    { name: "portal list page", prepare: each(({ cookie }) => ({ path: "/requests", headers: cookie })) },
    { name: "desk list page", prepare: async () => [{ path: "/desk", headers: busiest.cookie }] },
    {
      name: "team board page",
      target: board,
      prepare: async () => [{ path: "/desk/team", headers: supervisor.cookie }],
    },
    { name: "team board page, one opened", target: board, prepare: async () => [boardOf(supervisor, busiest)] },
  ]
}

/** The board with everybody's counts and one person's work. */
const boardOf = ({ cookie }: Person, { id }: Person): Call => ({ path: `/desk/team?person=${id}`, headers: cookie })

async function gets(sql: postgres.Sql, customers: Person[]): Promise<Call[]> {
  const rows = await sql<{ id: string; customerId: string }[]>`
    select id, customer_id as "customerId" from service_requests
    where customer_id in ${sql(customers.map(({ id }) => id))} order by random() limit 500`
  return rows.map(({ id, customerId }) => ({
    path: `/api/v1/requests/${id}`,
    headers: customers.find((it) => it.id === customerId)?.bearer,
  }))
}

/** Work that goes on hold and is resumed; each call knows the version that the one before it made. */
async function updates(sql: postgres.Sql, { id, bearer }: Person) {
  const rows = await sql<{ id: string; status: "in_progress" | "on_hold"; version: number }[]>`
    select id, status, version from service_requests where assignee_id = ${id} and status in ('in_progress', 'on_hold')`
  const next = ring([...rows])
  return () => {
    const request = next()
    request.status = request.status === "on_hold" ? "in_progress" : "on_hold"
    const body = { to: request.status, version: request.version++ }
    return {
      ...post(`/api/v1/requests/${request.id}/status`, { ...JSON_TYPE, ...bearer }, body),
      method: "PUT" as const,
    }
  }
}

const post = (path: string, headers: Record<string, string>, body: object): Call => ({
  method: "POST",
  path,
  headers,
  body: JSON.stringify(body),
})

function ring<T>(items: T[]): () => T {
  let turn = 0
  return () => items[turn++ % items.length] as T
}
