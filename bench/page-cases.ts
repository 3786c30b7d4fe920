import type postgres from "postgres"
import { type Person, signIn } from "./people"

export interface Page {
  name: string
  path: string
  headers?: Record<string, string>
  /** The reference it is measured against. */
  beside: string
  /** CPU time at most, in times of the reference's. */
  target: number
  /** Kilobytes of HTML at most. */
  most?: number
}

/** Pages of bare Next. */
export const REFERENCES = [
  { name: "bare page", path: "/" },
  { name: "20 rows", path: "/rows?count=20" },
  { name: "50 rows", path: "/rows?count=50" },
]

/** The pages that people see most, with what each may cost. */
export async function pagesFor(sql: postgres.Sql): Promise<Page[]> {
  const [customer] = await signIn(sql, "customer")
  const [staff] = await signIn(sql, "staff")
  const [supervisor] = await signIn(sql, "supervisor")
  if (!customer || !staff || !supervisor) throw new Error("There is nobody to measure with.")
  const as = ({ cookie }: Person, path: string) => ({ path, headers: cookie })
  return [
    { name: "landing", path: "/", beside: "bare page", target: 1.5 },
    { name: "sign in", path: "/sign-in", beside: "bare page", target: 1.5 },
    { name: "emergency", path: "/emergency", beside: "bare page", target: 1.5 },
    { name: "portal list", ...as(customer, "/requests"), beside: "20 rows", target: 1.8 },
    {
      name: "portal request",
      ...as(customer, `/requests/${await oneOf(sql, "customer_id", customer)}`),
      beside: "20 rows",
      target: 2.5,
    },
    { name: "desk list", ...as(staff, "/desk"), beside: "50 rows", target: 1.8, most: 60 },
    { name: "desk list, supervisor", ...as(supervisor, "/desk"), beside: "50 rows", target: 1.8, most: 60 },
    {
      name: "desk request",
      ...as(staff, `/desk/requests/${await oneOf(sql, "assignee_id", staff)}`),
      beside: "20 rows",
      target: 2.5,
    },
    { name: "board", ...as(supervisor, "/desk/team"), beside: "50 rows", target: 1.8, most: 200 },
  ]
}

async function oneOf(sql: postgres.Sql, column: "customer_id" | "assignee_id", { id }: Person): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from service_requests where ${sql(column)} = ${id} and status = 'in_progress' order by id desc limit 1`
  const [any] = row
    ? [row]
    : await sql<{ id: string }[]>`select id from service_requests where ${sql(column)} = ${id} limit 1`
  return any?.id ?? ""
}
