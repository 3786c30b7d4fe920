import { expect, test } from "vitest"
import { NO_ROUTE, readRoutes, routesOf } from "./routes"

const page = (path: string, regex = path) => ({ page: path, regex: `^${regex}(?:/)?$` })

const routeOf = routesOf({
  staticRoutes: [page("/"), page("/requests"), page("/requests/new"), page("/_not-found")],
  dynamicRoutes: [
    page("/api/v1/requests/[id]", "/api/v1/requests/([^/]+?)"),
    page("/api/v1/[...rest]", "/api/v1/(.+?)"),
    page("/requests/[id]", "/requests/([^/]+?)"),
  ],
})

test.each([
  ["/", "/"],
  ["/requests", "/requests"],
  ["/requests/", "/requests"],
  ["/requests/new", "/requests/new"],
  ["/requests/0190f3c4-0000-7000-8000-000000000000", "/requests/[id]"],
  ["/api/v1/requests/%F0%9F%98%80", "/api/v1/requests/[id]"],
  ["/api/v1/anything/else", "/api/v1/[...rest]"],
  ["/_next/static/chunks/1a2b.js", "/_next/static"],
  ["/_not-found", NO_ROUTE],
  ["/wp-login.php", NO_ROUTE],
  ["/requests/a/b", NO_ROUTE],
])("%s is counted as %s", (path, route) => {
  expect(routeOf(path)).toBe(route)
})

test("where nothing was built everything is counted as one", () => {
  expect(readRoutes("/no/such/file.json")("/requests")).toBe(NO_ROUTE)
})
