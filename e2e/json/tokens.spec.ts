import { answer, apiOf, expect, refusal, type Tokens, test } from "../api"
import { AMARA, DANIEL, PRIYA } from "../people"

const credentialsOf = ({ email, password }: { email: string; password: string }) => ({ email, password })

for (const person of [AMARA, PRIYA])
  test(`${person.name}'s credentials give tokens that say who calls`, async ({ anybody, request }) => {
    const given = await answer<Tokens>(anybody.post("/tokens", credentialsOf(person)), 201)
    expect(given).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      tokenType: "Bearer",
      expiresIn: 600,
    })
    const profile = apiOf(request, given.accessToken).get("/profile")
    expect(await answer(profile, 200)).toMatchObject({ email: person.email })
  })

test("a refresh replaces both tokens, and using one twice signs its family out", async ({ anybody, request }) => {
  const refresh = ({ refreshToken }: Tokens) => anybody.post("/tokens/refresh", { refreshToken })
  const first = await answer<Tokens>(anybody.post("/tokens", credentialsOf(AMARA)), 201)
  const second = await answer<Tokens>(refresh(first), 201)
  const third = await answer<Tokens>(refresh(second), 201)
  await answer(apiOf(request, third.accessToken).get("/profile"), 200)

  await refusal(refresh(first), 401)
  await refusal(refresh(third), 401)
  await refusal(apiOf(request, third.accessToken).get("/profile"), 401)
})

test("signing out ends both tokens at once, and nobody else's", async ({ anybody, as, request }) => {
  const other = await as(AMARA)
  const { accessToken, refreshToken } = await answer<Tokens>(anybody.post("/tokens", credentialsOf(AMARA)), 201)
  const here = apiOf(request, accessToken)
  await answer(here.delete("/tokens/current"), 204)
  await refusal(here.get("/profile"), 401)
  await refusal(anybody.post("/tokens/refresh", { refreshToken }), 401)
  await answer(other.get("/profile"), 200)
})

test("each token does its own work only, and a changed one does none", async ({ anybody, request }) => {
  const { accessToken, refreshToken } = await answer<Tokens>(anybody.post("/tokens", credentialsOf(AMARA)), 201)
  const [header, claims, signature] = accessToken.split(".")
  const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${claims}.`
  for (const token of [refreshToken, unsigned, `${header}.${claims}.${signature?.split("").reverse().join("")}`, "x"])
    await refusal(apiOf(request, token).get("/profile"), 401)
  await refusal(anybody.post("/tokens/refresh", { refreshToken: accessToken }), 401)
})

test("whether an email address has an account is not told", async ({ anybody }) => {
  const wrong = await refusal(anybody.post("/tokens", { email: DANIEL.email, password: "not this one" }), 401)
  const unknown = await refusal(anybody.post("/tokens", { email: "nobody@example.net", password: "not this one" }), 401)
  expect({ ...wrong, requestId: "" }).toEqual({ ...unknown, requestId: "" })
})

test("after ten wrong passwords even the right one has to wait, and is told how long", async ({
  anybody,
  newCustomer,
}) => {
  const person = await newCustomer()
  const wrong = { email: person.email.toUpperCase(), password: "not this one" }
  for (let tries = 0; tries < 10; tries++) await refusal(anybody.post("/tokens", wrong), 401)
  const late = anybody.post("/tokens", credentialsOf(person))
  await refusal(late, 429)
  const seconds = Number((await late).headers()["retry-after"])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(900)
})

test("one address may register twenty accounts an hour and no more", async ({ anybody }) => {
  const nothing = { name: "Nobody", email: "nobody@example.net", phone: "0151 496 0000", password: "correct horse" }
  const used = { ...nothing, email: PRIYA.email }
  const answers = await Promise.all(Array.from({ length: 21 }, () => anybody.post("/staff", used)))
  const statuses = answers.map((response) => response.status()).sort()
  expect(statuses).toEqual([...Array(20).fill(202), 429])
  expect(answers.find((response) => response.status() === 429)?.headers()["retry-after"]).toMatch(/^\d+$/)
})
