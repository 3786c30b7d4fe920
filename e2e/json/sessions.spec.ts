import type { ListedSession } from "@/lib/identity/sessions/contract"
import { type Api, answer, apiOf, expect, type PageOf, refusal, type Tokens, test } from "../api"

const listed = async (api: Api) => (await answer<PageOf<ListedSession>>(api.get("/sessions"), 200)).items

test("sessions are listed, ended there, everywhere else and everywhere", async ({ as, newCustomer }) => {
  const person = await newCustomer()
  const [first, second, third] = [await as(person), await as(person), await as(person)]
  const found = await listed(first)
  expect(found.map(({ current }) => current)).toEqual([false, false, true])
  expect(found[0]).toEqual({
    id: expect.any(String),
    kind: "api",
    device: "An app (API)",
    address: expect.stringMatching(/^198\.18\./),
    createdAt: expect.any(String),
    lastUsedAt: expect.any(String),
    current: false,
  })

  await answer(first.delete(`/sessions/${found[0]?.id}`), 204)
  await refusal(third.get("/profile"), 401)
  await answer(first.delete("/sessions"), 204)
  await refusal(second.get("/profile"), 401)
  expect(await listed(first)).toHaveLength(1)
  await answer(first.delete("/sessions?current=true"), 204)
  await refusal(first.get("/profile"), 401)
})

test("somebody else's session is not there, and what is no id is told so", async ({ as, newCustomer }) => {
  const [mine, other] = [await as(await newCustomer()), await as(await newCustomer())]
  const [session] = await listed(other)
  await refusal(mine.delete(`/sessions/${session?.id}`), 404)
  await refusal(mine.delete("/sessions/1"), 400)
  await refusal(mine.delete("/sessions?current=perhaps"), 400)
  await answer(other.get("/profile"), 200)
})

test("one client that asks twice with one refresh token, as on a bad line, is served; another is not, and the family ends", async ({
  anybody,
  newCustomer,
  request,
}) => {
  const { email, password } = await newCustomer()
  const { refreshToken } = await answer<Tokens>(anybody.post("/tokens", { email, password }), 201)
  const refresh = () => anybody.post("/tokens/refresh", { refreshToken })
  const [one, two] = await Promise.all([refresh(), refresh()])
  expect([one.status(), two.status()]).toEqual([201, 201])
  const served = (await two.json()) as Tokens
  await answer(apiOf(request, served.accessToken).get("/profile"), 200)
  await refusal(anybody.post("/tokens/refresh", { refreshToken }, { "user-agent": "Another" }), 401)
  await refusal(apiOf(request, served.accessToken).get("/profile"), 401)
  await refusal(anybody.post("/tokens/refresh", { refreshToken: served.refreshToken }), 401)
})
