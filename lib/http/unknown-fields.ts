import { closest, distance } from "fastest-levenshtein"
import { z } from "zod"

/** Errors by path. */
export type Fields = Record<string, string>

/**
 * An error for each field of a JSON body, at any depth, or parameter of a query that the contract does not name. Left
 * alone, a misspelt filter would answer everything, and a misspelt field would be a thing unsaid.
 * @param kind how the error calls it
 */
export function unknownFields(schema: unknown, value: unknown, kind: "field" | "parameter", path = ""): Fields {
  const inner = innerOf(schema)
  if (inner instanceof z.ZodUnion) return leastOf(inner.options.map((one) => unknownFields(one, value, kind, path)))
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : []
  const found: Fields = {}
  for (const [name, one] of entries) {
    const at = path ? `${path}.${name}` : name
    if (inner instanceof z.ZodObject) {
      if (Object.hasOwn(inner.shape, name)) Object.assign(found, unknownFields(inner.shape[name], one, kind, at))
      else found[at] = messageFor(name, Object.keys(inner.shape), kind)
    } else if (inner instanceof z.ZodArray) Object.assign(found, unknownFields(inner.element, one, kind, at))
    else if (inner instanceof z.ZodRecord) Object.assign(found, unknownFields(inner.valueType, one, kind, at))
  }
  return found
}

/** The alternative of a union that fits best. */
const leastOf = (found: Fields[]): Fields =>
  found.reduce((least, one) => (Object.keys(one).length < Object.keys(least).length ? one : least))

/** So many letters may differ for a name to be taken for another. */
const NEAR = 2

function messageFor(name: string, known: string[], kind: string): string {
  const lower = name.toLowerCase()
  const nearest =
    known.length > 0
      ? closest(
          lower,
          known.map((one) => one.toLowerCase()),
        )
      : ""
  const meant = known.find((one) => one.toLowerCase() === nearest)
  const isNear = meant !== undefined && distance(lower, nearest) <= NEAR
  return `There is no ${kind} of this name${isNear ? `. Did you mean ${meant}?` : ""}`
}

function innerOf(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return innerOf(schema.unwrap())
  return schema instanceof z.ZodPipe ? innerOf(schema.in) : schema
}
