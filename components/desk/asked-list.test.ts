import { expect, test } from "vitest"
import { asked, unusedIn, usedOf } from "./asked-list"
import { changed, readFilter } from "./request-filter"
import { unusedWords } from "./unused-words"
import { savedAt } from "./views"

const read = (query: string) => {
  const search = new URLSearchParams(query)
  return readFilter(Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)])))
}

test.each([
  ["from=2026-99-99", "from", "Received from “2026-99-99” is not a date, not used"],
  ["from=2026-02-30", "from", "Received from “2026-02-30” is not a date, not used"],
  ["to=9999-12-31", "to", "Received to “9999-12-31” is not a date, not used"],
  ["from=2026-02-01&to=2026-01-01", "to", "Received to 2026-01-01 is before 2026-02-01, not used"],
  ["status=lost&status=closed", "status.lost", "Status “lost” is unknown, not used"],
  ["priority=highest", "priority", "Priority “highest” is unknown, not used"],
  ["customer=me", "customer", "Customer “me” is unknown, not used"],
  ["sort=updatedAt&from=2026-01-01", "sort", "First changed first does not go with these filters, not used"],
  ["sort=constructor", "sort", "Sort “constructor” is unknown, not used"],
  ["after=nowhere", "after", "This page of the list was not found, first page shown"],
  ["after=2026-01-01T00:00:00.000000Z.1", "after", "This page of the list was not found, first page shown"],
])("%s is left out, and told", (query, name, words) => {
  const filter = read(query)
  expect([...unusedIn(filter)]).toEqual([name])
  expect(unusedWords(name, filter)).toBe(words)
  expect(unusedIn(usedOf(filter)).size).toBe(0)
})

test("what can be looked for is asked for beside what cannot", () => {
  const wanted = asked(read("status=lost&status=closed&category=gas_leak&due=never&q=smell"))
  expect(wanted).toMatchObject({ status: ["closed"], category: "gas_leak", q: "smell" })
  expect(wanted.due).toBeUndefined()
})

test("of views that ask for the same one is meant only where the address names it", () => {
  const filter = { category: "gas_leak" }
  const views = [
    { id: "a", filter },
    { id: "b", filter },
    { id: "c", filter: { q: "smell" } },
  ]
  expect(savedAt(read("category=gas_leak"), views)).toBeUndefined()
  expect(savedAt(read("category=gas_leak&view=b"), views)?.id).toBe("b")
  expect(savedAt(read("q=smell"), views)?.id).toBe("c")
  expect(savedAt(read("q=smell&view=b"), views)?.id).toBe("c")
  expect(changed(read("category=gas_leak&view=b"), { filters: "open" })).toContain("view=b")
  expect(changed(read("category=gas_leak&view=b"), { q: "smell" })).not.toContain("view")
})
