import { expect, test } from "vitest"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { aroundPlaces } from "./around-place"

const emergency = (id: string, offeredTo: string, around: Emergency["around"] = null): Emergency => ({
  ...{
    id,
    around,
    reportedAgain: 0,
    reports: [],
    round: 1,
    version: 1,
    askedAgain: false,
    rung: "qualified",
    danger: null,
    needs: [],
  },
  ...{ everyoneOutside: null, anyoneUnwell: null, added: null },
  ...{ reference: id, category: "gas_leak", title: "Smell of gas", createdAt: new Date(), offeredAt: new Date() },
  offeredTo: { id: offeredTo, name: offeredTo },
  premises: { line1: "1 Low Road", town: "Leeds", postcode: "LS1 4AB" },
  customer: { name: "Amara", phone: "0151 496 0000" },
  dueAt: new Date(),
})

const idsOf = (...emergencies: Emergency[]) =>
  aroundPlaces(emergencies, { id: "me", everybodys: false }).map((group) => group.emergencies.map(({ id }) => id))

test("those offered to the viewer come first, the others stay in their order", () => {
  expect(idsOf(emergency("a", "tom"), emergency("b", "me"), emergency("c", "tom"))).toEqual([["b"], ["a"], ["c"]])
})

test("for those who see all, rows keep their places whoever an emergency is offered to", () => {
  const all = [emergency("a", "tom"), emergency("b", "me")]
  const groups = aroundPlaces(all, { id: "me", everybodys: true })
  expect(groups.map(({ key }) => key)).toEqual(["a", "b"])
})

test("after those, an emergency with somebody unwell comes before those that have waited longer", () => {
  const unwell = { ...emergency("c", "tom"), anyoneUnwell: true }
  expect(idsOf(emergency("a", "tom"), emergency("b", "me"), unwell)).toEqual([["b"], ["c"], ["a"]])
})

test("emergencies around one place stand together where the first of them stands", () => {
  const around = { label: "Burley Street", reports: 2, ids: ["a", "c"], versions: [1, 1] }
  const [a, c] = [emergency("a", "tom", around), emergency("c", "me", around)]
  expect(idsOf(a, emergency("b", "tom"), c)).toEqual([["c", "a"], ["b"]])
})

test("two places of one name are two places", () => {
  const [here, there] = ["a", "b"].map((id) => ({ label: "High Street", reports: 2, ids: [id], versions: [1] }))
  expect(idsOf(emergency("a", "tom", here), emergency("b", "tom", there))).toEqual([["a"], ["b"]])
})
