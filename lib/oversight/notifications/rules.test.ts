import { expect, test } from "vitest"
import type { EventData } from "@/lib/model/event"
import { namedFor } from "./decide-notices"

const event = (data: EventData["moved"]) => ({
  ...{
    id: 1,
    transaction: "1",
    requestId: "r",
    kind: "moved" as const,
    data,
    actorId: null,
    visibleToCustomer: true,
    isAtFiling: false,
  },
  ...{ isEmergency: false, category: "repair" as const, customerId: "amara", assigneeId: "tom", mentionedIds: [] },
})
const told = (data: EventData["moved"]) =>
  Object.fromEntries(namedFor(event(data), []).map(({ accountId, notice }) => [accountId, notice]))

test("staff hear that their customer says it is not fixed, from whichever status it is reopened", () => {
  for (const from of ["resolved", "closed"] as const)
    expect(told({ from, to: "in_progress", because: "reply" })).toEqual({
      amara: "reopened",
      tom: "reopened_by_customer",
    })
  expect(told({ from: "on_hold", to: "in_progress", because: "reply" })).toEqual({ tom: "status_changed" })
})

test("what was over long before it was closed is no news to anybody", () => {
  expect(told({ from: "resolved", to: "closed", because: "long_silence" })).toEqual({})
  expect(told({ from: "resolved", to: "closed", because: "silence" })).toEqual({
    amara: "closed",
    tom: "status_changed",
  })
})
