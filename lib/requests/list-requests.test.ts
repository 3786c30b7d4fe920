import { beforeAll, describe, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { newPremises } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter } from "./contract"
import { listRequests } from "./list-requests"

let people: Record<"amara" | "bruno" | "worker" | "supervisor", Actor>
const filed: Awaited<ReturnType<typeof fileRequest>>[] = []
const mix: Category[] = ["billing", "gas_leak", "meter_fault", "repair", "billing", "meter_fault", "gas_leak"]

beforeAll(async () => {
  await emptyDatabase()
  people = {
    amara: await makeActor("customer", { name: "Amara Okafor" }),
    bruno: await makeActor("customer", { name: "Bruno Müller" }),
    worker: await makeActor("staff"),
    supervisor: await makeActor("supervisor"),
  }
  for (const [i, category] of mix.entries())
    filed.push(
      await fileRequest(
        i % 2 ? people.bruno : people.amara,
        requestToFile({ category, title: `Kettle number ${i}`, premises: newPremises() }),
      ),
    )
  const last = filed[0]
  if (last)
    await moveRequest(people.worker, { id: last.id, to: "cancelled", note: "Done by phone.", version: last.version })
})

const titles = async (actor: Actor, filter: Partial<RequestFilter> = {}) =>
  (await listRequests(actor, RequestFilter.parse(filter))).items.map(({ title }) => Number(title.split(" ").at(-1)))

/** Reads a list to its end, two rows at a time. */
async function pages(actor: Actor, filter: Partial<RequestFilter>) {
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await listRequests(actor, RequestFilter.parse({ ...filter, after, limit: 2 }))
    seen.push(...page.items.map(({ title }) => Number(title.split(" ").at(-1))))
    after = page.next ?? undefined
  } while (after)
  return seen
}

describe("lists", () => {
  test("show customers their own, staff what is assigned to them, supervisors all, newest first", async () => {
    expect(await titles(people.amara)).toEqual([6, 4, 2, 0])
    expect(await titles(people.worker)).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await titles(people.supervisor)).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await titles(await makeActor("staff"))).toEqual([])
  })

  test("open work comes most urgent first, then oldest", async () => {
    expect(await titles(people.worker, { status: "open" })).toEqual([1, 6, 3, 2, 5, 4])
  })

  test.each([{}, { status: "open" as const }, { q: "kettle" }])(
    "read page by page give every row once: %o",
    async (filter) => {
      expect(await pages(people.supervisor, filter)).toEqual(await titles(people.supervisor, filter))
    },
  )

  test("filter by several statuses, by customer and by when they were sent", async () => {
    const some = { status: ["pending" as const, "cancelled" as const] }
    expect(await titles(people.supervisor, some)).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await titles(people.supervisor, { status: ["cancelled", "cancelled"] })).toEqual([0])
    expect(await titles(people.supervisor, { status: ["cancelled", "open"], category: "billing" })).toEqual([4, 0])
    expect(await titles(people.worker, { status: ["cancelled", "open"] })).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(await titles(people.supervisor, { customerId: people.bruno.id })).toEqual([5, 3, 1])
    expect(await titles(people.supervisor, { customerId: people.bruno.id, status: "open" })).toEqual([1, 3, 5])
    expect(await titles(people.amara, { customerId: people.bruno.id })).toEqual([])
    const at = (index: number) => filed[index]?.createdAt.toISOString() ?? ""
    const span = { createdFrom: at(2), createdTo: at(5) }
    expect(await titles(people.supervisor, span)).toEqual([4, 3, 2])
    expect(await titles(people.supervisor, { ...span, category: "repair" })).toEqual([3])
    expect(await titles(people.supervisor, { ...span, q: "kettle", customerId: people.amara.id })).toEqual([4, 2])
    expect(await titles(people.worker, { ...span, status: "open" })).toEqual([3, 2, 4])
    expect(await pages(people.supervisor, { ...some, ...span })).toEqual([4, 3, 2])
  })

  test("filter by status, category, priority and assignee", async () => {
    expect(await titles(people.supervisor, { status: "cancelled" })).toEqual([0])
    expect(await titles(people.supervisor, { category: "meter_fault" })).toEqual([5, 2])
    expect(await titles(people.supervisor, { priority: "emergency" })).toEqual([6, 1])
    expect(await titles(people.supervisor, { assignee: people.worker.id })).toHaveLength(7)
    expect(await titles(people.supervisor, { assignee: "nobody" })).toEqual([])
  })

  test("search by reference however it is typed, by words of the title, and by customer", async () => {
    const reference = filed[3]?.reference ?? ""
    expect(await titles(people.supervisor, { q: reference.toLowerCase().replaceAll("-", " ") })).toEqual([3])
    expect(await titles(people.supervisor, { q: "kett bru" })).toEqual([5, 3, 1])
    expect(await titles(people.supervisor, { q: "mül" })).toEqual([5, 3, 1])
    expect(await titles(people.amara, { q: "bruno" })).toEqual([])
    expect(await titles(people.supervisor, { q: "!!! & | ' :*" })).toEqual([])
  })
})
