import postgres from "postgres"

const premises = { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB" }

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    // What is killed may leave a call without any answer.
    signal: AbortSignal.timeout(10_000),
  })
  return { status: answer.status, body: await answer.json() }
}

/** A customer who registers, has confirmed the address, and signs in, as the headers of what they send next. */
export async function customer(address: string, url: string): Promise<Record<string, string>> {
  const credentials = { email: "drill@example.test", password: "correct horse battery" }
  const person = { name: "Drill", phone: "0113 496 0000", premises, ...credentials }
  const registered = await post(`${address}/api/v1/accounts`, person)
  if (registered.status !== 202) throw new Error(`Registration answered ${JSON.stringify(registered)}`)
  await confirmAddress(url, credentials.email)
  return signIn(address, credentials)
}

/** Does what following the mailed link does, where nobody sends mail. */
export async function confirmAddress(databaseUrl: string, email: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 })
  await sql`update accounts set email_verified_at = now() where email = ${email}`
  await sql.end()
}

/** Somebody who has an account, as the headers of what they send next. */
export async function signIn(address: string, credentials: { email: string; password: string }) {
  const { body } = await post(`${address}/api/v1/tokens`, credentials)
  return { authorization: `Bearer ${body.accessToken}` }
}

/** Status 0 stands for an answer that never came. */
export async function fileRequest(
  address: string,
  headers: Record<string, string>,
  category = "maintenance",
  line1 = premises.line1,
) {
  const request = {
    category,
    title: "Written while something dies",
    description: "This must be kept if it was acknowledged.",
    premises: { ...premises, line1 },
    contactPreference: "email",
  }
  const { status, body } = await post(`${address}/api/v1/requests`, request, headers).catch(() => ({
    status: 0,
    body: {},
  }))
  const known = status === 201 ? { reference: String(body.reference), id: String(body.id) } : {}
  return { status, reference: undefined, id: undefined, ...known }
}
