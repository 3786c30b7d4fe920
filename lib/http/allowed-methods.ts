import type { Operation } from "@/lib/model/operation"
import { operations } from "./api"

/** Patterns of paths below /api/v1, with the methods of each. */
const METHODS = new Map<string, { pattern: RegExp; methods: Set<string> }>()
for (const { path, method } of Object.values<Operation>(operations)) {
  const pattern = new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "[^/]+")}/?$`)
  const { methods } = METHODS.get(path) ?? { methods: new Set(["OPTIONS"]) }
  methods.add(method.toUpperCase())
  if (method === "get") methods.add("HEAD")
  METHODS.set(path, { pattern, methods })
}

/** The methods of a path of the API; undefined for a path that there is not. Fixed names go before parameters. */
export function allowedMethods(path: string): string[] | undefined {
  const found = [...METHODS.values()].filter(({ pattern }) => pattern.test(path))
  const [best] = found.toSorted((a, b) => wildcards(a.pattern) - wildcards(b.pattern))
  return best && [...best.methods].sort()
}

const wildcards = (pattern: RegExp): number => pattern.source.split("[^/]+").length
