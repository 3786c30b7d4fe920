import { type APIRequestContext, type APIResponse, test as base, expect } from "@playwright/test"
import type { StaffMember } from "@/lib/dispatch/staff/contract"
import type { Account } from "@/lib/identity/accounts/contract"
import { asDocumented } from "./documented"
import { mailTo, tokenIn } from "./mailbox"
import { ADMINISTRATOR, newPerson, type Person, type PREMISES, SUPERVISOR, someAddress, somewhere } from "./people"

export interface Tokens {
  accessToken: string
  refreshToken: string
  expiresIn: number
}

export interface Problem {
  status: number
  code: string
  detail: string
  requestId: string
  errors?: { path: string; message: string }[]
}

export interface PageOf<Row> {
  items: Row[]
  next: string | null
}

/** The API as one caller sees it: with a token, or as anybody. */
export function apiOf(request: APIRequestContext, accessToken?: string) {
  const authorization = accessToken && { authorization: `Bearer ${accessToken}` }
  const send =
    (method: string) =>
    (path: string, data?: unknown, headers: Record<string, string> = {}) =>
      asDocumented(
        request,
        method,
        path,
        request.fetch(`/api/v1${path}`, { method, data, headers: { ...authorization, ...headers } }),
      )
  return {
    get: send("GET"),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    delete: send("DELETE"),
    upload: (path: string, ...files: File[]) => {
      const multipart = new FormData()
      for (const file of files) multipart.append("files", file)
      const sent = request.post(`/api/v1${path}`, { multipart, headers: { ...authorization } })
      return asDocumented(request, "POST", path, sent)
    },
  }
}
export type Api = ReturnType<typeof apiOf>

/** The body of an answer, which has to have this status. */
export async function answer<Body>(sent: Promise<APIResponse>, status: number): Promise<Body> {
  const response = await sent
  expect(response.status(), `${response.url()}: ${await response.text()}`).toBe(status)
  return status === 204 ? (undefined as Body) : response.json()
}

/** A refused call; what it says is a problem, with the id to quote. */
export async function refusal(sent: Promise<APIResponse>, status: number): Promise<Problem> {
  const problem = await answer<Problem>(sent, status)
  expect((await sent).headers()).toMatchObject({
    "content-type": "application/problem+json",
    "x-request-id": problem.requestId,
  })
  return problem
}

export type Newcomer = Person & { id: string }
type NewCustomer = Newcomer & { premises: typeof PREMISES }

interface Fixtures {
  anybody: Api
  /** The API as somebody sees it who has an account. */
  as: (person: Person) => Promise<Api>
  /** Follows the link that was mailed to somebody who has registered. */
  confirm: (person: Pick<Person, "email">) => Promise<void>
  newCustomer: () => Promise<NewCustomer>
  /** Somebody invited by the administrator; away, so that no work comes by itself. */
  newStaff: (role?: "staff" | "supervisor", given?: Partial<Person>) => Promise<Newcomer>
}

/** They prepare most tests, and none signs them out. */
const MANAGERS = new Set([ADMINISTRATOR.email, SUPERVISOR.email])
const signedIn = new Map<string, { tokens: Promise<Tokens>; until: number }>()

function kept(email: string, sign: () => Promise<Tokens>): Promise<Tokens> {
  const known = signedIn.get(email)
  if (known && known.until > Date.now()) return known.tokens
  const tokens = sign()
  signedIn.set(email, { tokens, until: Date.now() + 300_000 })
  return tokens
}

export const test = base.extend<Fixtures>({
  // Each test comes from a place of its own, so that none is throttled for what another tried.
  extraHTTPHeaders: ({ browserName: _ }, use) => use({ "x-forwarded-for": someAddress() }),

  anybody: ({ request }, use) => use(apiOf(request)),

  as: ({ request, anybody }, use) =>
    use(async ({ email, password }) => {
      const sign = () => answer<Tokens>(anybody.post("/tokens", { email, password }), 201)
      const { accessToken } = await (MANAGERS.has(email) ? kept(email, sign) : sign())
      return apiOf(request, accessToken)
    }),

  confirm: ({ anybody, as }, use) =>
    use(async ({ email }) => {
      const token = tokenIn(await mailTo(as, email, { subject: /Confirm/ }))
      await answer(anybody.post("/verifications", { token }), 204)
    }),

  newCustomer: ({ anybody, as, confirm }, use) =>
    use(async () => {
      const [person, premises] = [newPerson(), somewhere()]
      await answer(anybody.post("/accounts", { ...person, premises }), 202)
      await confirm(person)
      return { ...person, premises, id: await idOf(as, person) }
    }),

  newStaff: ({ anybody, as }, use) =>
    use(async (role = "staff", given) => {
      const person = newPerson(given)
      const administrator = await as(ADMINISTRATOR)
      const invited = administrator.post("/invitations", { email: person.email, role })
      const { code } = await answer<{ code: string }>(invited, 201)
      await answer(anybody.post("/staff", { ...person, invitationCode: code }), 202)
      return { ...person, id: await idOf(as, person) }
    }),
})

/** Registering reveals no id; after signing in, the profile does. */
export async function idOf(as: Fixtures["as"], person: Person): Promise<string> {
  const there = await as(person)
  const { id } = await answer<Account>(there.get("/profile"), 200)
  await answer(there.delete("/tokens/current"), 204)
  return id
}

/** Looks somebody up as the supervisor can. */
export async function memberOf(as: Fixtures["as"], { email }: Person): Promise<StaffMember> {
  const supervisor = await as(SUPERVISOR)
  let after = ""
  for (;;) {
    const { items, next } = await answer<PageOf<StaffMember>>(supervisor.get(`/staff?limit=100${after}`), 200)
    const member = items.find((it) => it.email === email)
    if (member) return member
    if (!next) throw new Error(`${email} is not staff.`)
    after = `&after=${next}`
  }
}

export { expect }
