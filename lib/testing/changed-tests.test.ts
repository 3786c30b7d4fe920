import { expect, test } from "vitest"
import { nearestTests } from "./changed-tests"

const tests = [
  "app/api/v1/access.test.ts",
  "lib/requests/list.test.ts",
  "lib/requests/search.test.ts",
  "lib/requests/drafts/drafts.test.ts",
]
const nearest = (...changed: string[]) => nearestTests(changed, tests)

test("the tests beside a changed file are run, and none of the folders below", () => {
  expect(nearest("lib/requests/view.ts")).toEqual(["lib/requests/list.test.ts", "lib/requests/search.test.ts"])
})

test("a changed test is run with those beside it", () => {
  expect(nearest("lib/requests/drafts/drafts.test.ts")).toEqual(["lib/requests/drafts/drafts.test.ts"])
})

test("where a folder has no tests, those of the nearest one above are run", () => {
  expect(nearest("app/api/v1/requests/[id]/route.ts")).toEqual(["app/api/v1/access.test.ts"])
})

test("what no unit test stands near is for the browser tests", () => {
  expect(nearest("components/ui/button.tsx", "package.json", "e2e/people.ts")).toEqual([])
})

test("each test is run once, whatever has changed", () => {
  expect(nearest("lib/requests/view.ts", "lib/requests/list.ts", "lib/requests/drafts/save.ts")).toEqual([
    "lib/requests/drafts/drafts.test.ts",
    "lib/requests/list.test.ts",
    "lib/requests/search.test.ts",
  ])
})
