import { expect, test } from "vitest"
import type { Actor } from "@/lib/model/actor"
import { readFilter } from "./request-filter"
import { titleOf } from "./views"

const HELEN = {
  ...{ id: "018f0000-0000-7000-8000-000000000000", name: "Helen", role: "supervisor", state: "active" },
  ...{ sessionId: "", address: "", device: "" },
} as Actor

const read = (query: string) => {
  const search = new URLSearchParams(query)
  return readFilter(Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)])))
}

const saved = [
  { id: "a", name: "Bills", filter: { category: "billing", sort: "due" } },
  { id: "b", name: "North", filter: { area: "LS6" } },
  { id: "c", name: "Far north", filter: { area: "LS6" } },
]

test("a list has the name of its view, however it is sorted and whatever columns it has", () => {
  const title = (query: string) => titleOf(read(query), HELEN, true, saved)
  expect(title("")).toBe("All open")
  expect(title("sort=due&without=age")).toBe("All open")
  expect(title("assignee=nobody&sort=createdAt")).toBe("Unassigned")
  expect(title("status=resolved")).toBe("Recently resolved")
  expect(title("status=any")).toBe("All")
  expect(title("category=billing")).toBe("Bills")
  expect(title("area=LS6&view=c")).toBe("Far north")
  // Either of two it may be.
  expect(title("area=LS6&sort=due")).toBe("Requests")
  expect(title("q=meter")).toBe("Requests")
  expect(titleOf(read("q=meter"), HELEN, false, [])).toBe("Assigned to you")
})
