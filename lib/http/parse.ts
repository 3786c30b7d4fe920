import { z } from "zod"
import { AppError } from "@/lib/model/errors"
import { plainIssue } from "@/lib/model/plain-issue"
import type { Fields } from "./unknown-fields"

/**
 * Checks input against its contract.
 * @param unknown errors found before, for fields that the contract does not name
 * @throws AppError `invalid` with a message for each field.
 */
export function parse<S extends z.ZodType>(schema: S, raw: unknown, unknown: Fields = {}): z.output<S> {
  const result = schema.safeParse(raw, { error: plainIssue })
  if (result.success && Object.keys(unknown).length === 0) return result.data
  const fields = { ...unknown }
  for (const issue of result.error?.issues ?? []) fields[issue.path.join(".")] ??= issue.message
  throw new AppError("invalid", "Some fields are missing or not valid.", { fields })
}

/** Converts the strings of a path, query or form into the numbers and booleans that the contract expects. */
export function fromStrings(schema: z.ZodObject, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(schema.shape[name], value)]))
}

function convert(schema: unknown, value: unknown): unknown {
  const kind = unwrap(schema)
  if (kind instanceof z.ZodObject && isGroup(value)) return fromStrings(kind, value)
  if (kind instanceof z.ZodRecord && isGroup(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, convert(kind.valueType, inner)]))
  if (kind instanceof z.ZodArray && typeof value === "string") return [value]
  if (typeof value !== "string") return value
  if (kind instanceof z.ZodNumber && /^-?\d{1,16}$/.test(value)) return Number(value)
  if (kind instanceof z.ZodBoolean && /^(true|false|on)$/.test(value)) return value !== "false"
  return value
}

/** Whether a value is the group that dotted field names make. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap())
  return schema
}
