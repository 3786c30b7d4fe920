import { readFileSync } from "node:fs"
import { resolve } from "node:path"

interface Manifest {
  staticRoutes: { page: string }[]
  dynamicRoutes: { page: string; regex: string }[]
}

/** Files with a hash in their name. */
export const STATIC = "/_next/static"
/** Whatever else is asked for: names that somebody tries are no routes, and no label of a metric. */
export const NO_ROUTE = "(no route)"

/** The pattern of the route that answers at a path, such as `/requests/[id]`. One of a fixed, small number. */
export type RouteOf = (path: string) => string

/** By the list that the build wrote. Without one, as in development, all is the same route. */
export function readRoutes(file = resolve(/* turbopackIgnore: true */ ".next/routes-manifest.json")): RouteOf {
  try {
    return routesOf(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return () => NO_ROUTE
  }
}

/** Routes with names in them stand in the order in which the framework tries them. */
export function routesOf({ staticRoutes, dynamicRoutes }: Manifest): RouteOf {
  const fixed = new Set(staticRoutes.map(({ page }) => page).filter((page) => !page.startsWith("/_")))
  const named = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (asked) => {
    const path = asked.length > 1 && asked.endsWith("/") ? asked.slice(0, -1) : asked
    if (fixed.has(path)) return path
    if (path.startsWith(`${STATIC}/`)) return STATIC
    return named.find(({ pattern }) => pattern.test(path))?.page ?? NO_ROUTE
  }
}
