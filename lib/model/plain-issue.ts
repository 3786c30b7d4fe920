import type { z } from "zod"

type Issue = z.core.$ZodRawIssue

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  tuple: "a list",
  date: "a date",
  null: "null",
}

const FORMATS: Record<string, string> = {
  email: "an email address, like name@example.com",
  url: "a web address, like https://example.com",
  uuid: "an ID",
  guid: "an ID",
  date: "a date, like 2026-11-29",
  time: "a time, like 08:30",
  datetime: "a moment, like 2026-11-29T08:30:00Z",
}

/**
 * What is wrong with a value where its contract has no words of its own. The library's own speak of its types, which is no
 * help to whoever sent the value.
 */
export function plainIssue(issue: Issue): string {
  if (issue.input === undefined) return "This field is required"
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${KINDS[issue.expected] ?? "of another type"}`
    case "invalid_value":
      return `This must be ${either(issue.values.map(String))}`
    case "invalid_format":
      return FORMATS[issue.format] ? `This must be ${FORMATS[issue.format]}` : "This is not written as it should be"
    case "too_small":
      return bound(issue.origin, issue.exact ? "" : " or more", Number(issue.minimum), issue.inclusive === false)
    case "too_big":
      return bound(issue.origin, issue.exact ? "" : " or fewer", Number(issue.maximum), issue.inclusive === false)
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}`
    case "unrecognized_keys":
      return `There is no field ${either(issue.keys)}`
    default:
      return "This is not valid"
  }
}

const SIZED: Record<string, string> = { string: "character", array: "item", set: "item", map: "item", file: "byte" }

function bound(origin: string, rest: string, limit: number, isOpen: boolean): string {
  const words = limit.toLocaleString("en-GB")
  const unit = SIZED[origin]
  if (unit) return `This must have ${words} ${unit}${limit === 1 ? "" : "s"}${rest}`
  if (isOpen) return `This must be ${rest === " or more" ? "more" : "less"} than ${words}`
  return `This must be ${words}${rest === " or fewer" ? " or less" : rest}`
}

const either = (values: readonly string[]): string =>
  values.length < 2 ? values.join() : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`
