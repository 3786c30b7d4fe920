import type { ServiceRequest, TimelineEntry } from "@/lib/requests/contract"
import type { WrittenWords } from "@/lib/requests/conversation/contract"
import { type Api, answer, expect, refusal, type Tokens } from "../api"
import { test } from "../assigned-request"
import { listening } from "../listening"

const SECRET = "He was rude on the phone."

const read = (api: Api, id: string) => answer<ServiceRequest>(api.get(`/requests/${id}`), 200)
const say = (api: Api, id: string, words: object) =>
  answer<WrittenWords>(api.post(`/requests/${id}/messages`, words), 201)
const timeline = async (api: Api, id: string) =>
  (await answer<{ items: TimelineEntry[] }>(api.get(`/requests/${id}/timeline`), 200)).items

test("a customer and staff talk, and a program that listens hears of each word but those for staff only", async ({
  anybody,
  as,
  assignedRequest,
  baseURL,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const { email, password } = person
  const { accessToken } = await answer<Tokens>(anybody.post("/tokens", { email, password }), 201)
  const [customer, staff] = [await as(person), await as(worker)]
  const stream = await listening(baseURL, accessToken)
  const { version } = await read(staff, id)
  await answer(staff.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  await answer(staff.post(`/requests/${id}/notes`, { text: SECRET }), 201)
  await say(customer, id, { text: "I am at home on Thursday." })
  await expect.poll(stream.kinds).toEqual(["moved", "messaged"])
  stream.stop()

  // A line that breaks: what was missed is told once it is back.
  const seen = await read(staff, id)
  const held = { text: "Which bell?", afterwards: "hold", version: seen.version }
  expect(await say(staff, id, held)).toMatchObject({ status: "on_hold", entry: { kind: "messaged" } })
  const resumed = await say(customer, id, { text: "The upper one." })
  expect(resumed.status).toBe("in_progress")
  const again = await listening(baseURL, accessToken, stream.last())
  await expect.poll(again.kinds).toEqual(["messaged", "moved", "messaged", "moved"])
  again.stop()

  expect(stream.text() + again.text()).not.toContain("noted_internally")
  const shown = await timeline(customer, id)
  expect(shown.filter(({ kind }) => kind === "messaged").map(({ data }) => data.message)).toEqual([
    "I am at home on Thursday.",
    "Which bell?",
    "The upper one.",
  ])
  expect(JSON.stringify(shown)).not.toContain(SECRET)
  expect(JSON.stringify(await timeline(staff, id))).toContain(SECRET)
})

test("of two who answer at once with what becomes of the request, one is told that it has changed, and nothing of theirs is sent", async ({
  as,
  assignedRequest,
}) => {
  const { worker, request } = await assignedRequest()
  const staff = await as(worker)
  const { id, version } = request
  const started = await answer<ServiceRequest>(staff.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  const resolve = (text: string) =>
    staff.post(`/requests/${id}/messages`, { text, afterwards: "resolve", version: started.version })
  const statuses = (await Promise.all([resolve("Done."), resolve("Finished.")])).map((it) => it.status())
  expect(statuses.sort()).toEqual([201, 409])
  expect((await timeline(staff, id)).filter(({ kind }) => kind === "messaged")).toHaveLength(1)
})

test("what is resolved but not fixed is reopened, and what is fixed is closed with a rating", async ({
  as,
  assignedRequest,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const [customer, staff] = [await as(person), await as(worker)]
  const move = async (to: string, more = {}) => {
    const { version } = await read(staff, id)
    return answer<ServiceRequest>(staff.put(`/requests/${id}/status`, { to, version, ...more }), 200)
  }
  await move("in_progress")
  await move("resolved", { note: "The display was changed." })
  const unsaid = await refusal(customer.post(`/requests/${id}/messages`, { text: "It is blank again." }), 400)
  expect(unsaid.errors).toContainEqual(expect.objectContaining({ path: "notFixed" }))
  expect(await say(customer, id, { text: "It is blank again.", notFixed: true })).toMatchObject({
    status: "in_progress",
  })
  await move("resolved", { note: "The meter was changed." })
  const reopened = await answer<ServiceRequest>(
    customer.post(`/requests/${id}/reopening`, { reason: "No display." }),
    200,
  )
  expect(reopened).toMatchObject({ id, status: "in_progress", assignee: { id: worker.id } })
  await move("resolved", { note: "The battery was changed." })
  const rated = await answer<ServiceRequest>(customer.post(`/requests/${id}/confirmation`, { rating: 4 }), 200)
  expect(rated).toMatchObject({ status: "closed", rating: 4 })
  await refusal(customer.post(`/requests/${id}/confirmation`, { rating: 1 }), 409)
  await refusal(customer.post(`/requests/${id}/messages`, { text: "Thank you." }), 409)
})
