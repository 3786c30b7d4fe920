import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import { fileRequest } from "@/lib/dispatch/file-request"
import { editProfile } from "@/lib/identity/profile/edit-profile"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { Status } from "@/lib/model/status"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter } from "./contract"
import { readList } from "./list-requests"
import { refreshSearch } from "./refresh-search"

const MANY = 250
let landlady: Actor

beforeAll(async () => {
  await emptyDatabase()
  landlady = await makeActor("customer", { name: "Before Name" })
  const { id } = await fileRequest(landlady, requestToFile())
  await db.execute(sql`
    insert into service_requests (id, reference, customer_id, category, priority, status, title, description, premises, contact_preference)
    select uuidv7(make_interval(secs => -i)), 'GR-' || lpad(i::text, 4, 'Z') || '-2222', customer_id, category, priority, 'closed', title, description, premises, contact_preference
    from service_requests, generate_series(1, ${MANY - 1}::int) i where id = ${id}`)
})

const found = (name: string) => db.$count(requestSearch, sql`text like ${`% ${name} name %`}`)

test("whoever renames themselves is found at once by their latest requests, and by all after a job", async () => {
  await editProfile(landlady, { name: "After Name", phone: "0113 496 0000", version: 1 })
  expect(await found("after")).toBe(100)
  const jobs = await db.execute<{ payload: { customerId: string } }>(sql`
    select payload from graphile_worker._private_jobs join graphile_worker._private_tasks on _private_tasks.id = task_id
    where identifier = 'refresh_search'`)
  expect(jobs.map(({ payload }) => payload)).toEqual([{ customerId: landlady.id }])
  await refreshSearch({ customerId: landlady.id })
  expect([await found("before"), await found("after")]).toEqual([0, MANY])
})

test("open work is found among open work by rare words, until it is closed and once it is open again", async () => {
  const { id } = await fileRequest(landlady, requestToFile({ title: "Quibbling valve" }))
  const supervisor = await makeActor("supervisor")
  const filter = RequestFilter.parse({ q: "quibbling", status: "open" })
  const reach = permit(supervisor, "request.read")
  const amongOpen = async () => (await readList(supervisor, filter, reach, "found")).items.map((it) => it.id)
  const move = (status: Status) => db.update(serviceRequests).set({ status }).where(eq(serviceRequests.id, id))
  const kinds = async () =>
    (await db.select({ kinds: requestSearch.kinds }).from(requestSearch).where(eq(requestSearch.requestId, id)))[0]
      ?.kinds
  expect(await amongOpen()).toEqual([id])
  await move("in_progress")
  expect(await kinds()).toContain("open")
  await move("resolved")
  expect(await kinds()).not.toContain("open")
  expect(await amongOpen()).toEqual([])
  await move("in_progress")
  expect(await amongOpen()).toEqual([id])
})

test("a job that has nothing to do writes nothing", async () => {
  const versions = () =>
    db.execute<{ xmin: string }>(sql`select distinct xmin::text from ${requestSearch} order by xmin`)
  const before = await versions()
  await refreshSearch({ customerId: landlady.id })
  expect(await versions()).toEqual(before)
})
