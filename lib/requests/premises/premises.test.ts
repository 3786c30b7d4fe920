import { beforeEach, expect, test } from "vitest"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { applyRetention } from "@/lib/oversight/privacy/apply-retention"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { editPremisesNotes } from "./edit-premises-notes"
import { getPremises } from "./get-premises"
import { linkPremises } from "./link-premises"
import { listPremisesRequests } from "./list-premises-requests"

let customer: Actor
let supervisor: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer", { name: "Amara Okafor" })
  supervisor = await makeActor("supervisor")
  await linkPremises()
})

const file = async (of = customer, title = "Meter display is blank") => {
  const { id, premisesId, version, assigneeId } = await fileRequest(
    of,
    requestToFile({ title, category: "billing", description: "It was sent to us twice." }),
  )
  return { id, premisesId: premisesId ?? "", version, assigneeId }
}

test("premises tell who lives there, their meters and every request there, open ones first, a page at a time", async () => {
  const titles = ["Bill of May", "Bill of June", "Bill of July", "Bill of August"]
  const filed = []
  for (const title of titles) filed.push(await file(customer, title))
  const [, second, , fourth] = filed
  for (const it of [second, fourth])
    await moveRequest(supervisor, { id: it?.id ?? "", to: "cancelled", note: "Not needed", version: it?.version ?? 1 })
  const id = filed[0]?.premisesId ?? ""
  const record = await getPremises(supervisor, { id })
  expect(record.customers).toMatchObject([{ customer: { name: "Amara Okafor" }, role: "occupier", until: null }])
  expect(record.mprn).toBe("1234567890")
  const seen: string[] = []
  let after: string | undefined
  do {
    const { items, next } = await listPremisesRequests(supervisor, { id, after, limit: 1 })
    seen.push(...items.map(({ title }) => title))
    after = next ?? undefined
  } while (after)
  expect(seen).toEqual(["Bill of July", "Bill of May", "Bill of August", "Bill of June"])
})

test("staff see the premises of requests assigned to them, and open no others there", async () => {
  const [mine, theirs] = [await makeActor("staff"), await makeActor("staff")]
  const filed = [await file(), await file()]
  const assign = ({ id, version, assigneeId }: (typeof filed)[number], to: Actor) =>
    assigneeId === to.id ? undefined : assignRequest(supervisor, { id, assigneeId: to.id, version })
  const [first, other] = filed
  if (!first || !other) throw new Error("Nothing was sent.")
  await assign(first, mine)
  await assign(other, theirs)
  const { items } = await listPremisesRequests(mine, { id: first.premisesId, limit: 20 })
  expect(items.map(({ id, readable }) => [id, readable])).toEqual([
    [other.id, false],
    [first.id, true],
  ])
  const idle = getPremises(await makeActor("staff"), { id: first.premisesId })
  await expect(idle).rejects.toMatchObject({ code: "not_found" })
})

test("notes name the version they are based on, and are lost to nobody", async () => {
  const { premisesId: id } = await file()
  const saved = await editPremisesNotes(supervisor, { id, notes: "Dog in the yard", version: 1 })
  expect(saved).toMatchObject({ notes: "Dog in the yard", version: 2 })
  const late = editPremisesNotes(supervisor, { id, notes: "Key safe", version: 1 })
  await expect(late).rejects.toMatchObject({ code: "conflict" })
  await expect(getPremises(customer, { id })).rejects.toMatchObject({ code: "not_found" })
})

test("of premises that a deleted customer alone knew, the supply point stays; those of somebody else stay whole", async () => {
  const neighbour = await makeActor("customer")
  await linkPremises()
  const { premisesId: shared } = await file(neighbour)
  const alone = await fileRequest(
    customer,
    requestToFile({ premises: { line1: "9 Quay", town: "Leeds", postcode: "LS9 1AA", mprn: "7654321" } }),
  )
  await deleteAccount(customer, { currentPassword: PASSWORD })
  await applyRetention({ dry: false, author: COMMAND_LINE })
  const gone = await getPremises(supervisor, { id: alone.premisesId ?? "" })
  expect(gone).toMatchObject({
    line1: "(erased)",
    key: `erased|${gone.id}`,
    town: "Leeds",
    mprn: "7654321",
    customers: [],
  })
  const stays = await getPremises(supervisor, { id: shared })
  expect(stays).toMatchObject({ line1: "12 Mill Lane", customers: [{ customer: { id: neighbour.id } }] })
})
