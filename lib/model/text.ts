import { z } from "zod"

/** Rejects control characters, lone surrogates and NUL: nobody means to type them, and PostgreSQL refuses some. */
function isPlain(value: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\t]/g, ""))
}

interface Limits {
  min?: number
  max: number
  /** The message for an empty field, instead of "Enter …". */
  missing?: string
}

function text(name: string, { min = 1, max, missing = `Enter ${name}` }: Limits) {
  const label = name.replace(/^(an?|your|the) /, "")
  const Label = label.charAt(0).toUpperCase() + label.slice(1)
  const short = min === 1 ? missing : `${Label} must be at least ${min} characters`
  return (
    z
      .string({ error: (issue) => (issue.input === undefined ? missing : `${Label} must be text`) })
      .normalize("NFC")
      // Browsers send line breaks as CRLF; everything else uses LF.
      .overwrite((value) => value.replace(/\r\n?/g, "\n"))
      .trim()
      .min(Math.min(min, 1), missing)
      .min(min, short)
      .max(max, `${Label} must be ${max.toLocaleString("en")} characters or fewer`)
      .refine(isPlain, `${Label} includes characters that you cannot use`)
  )
}

/** A text of several lines. `name` continues the message "Enter …", such as "a description". */
export const prose = text

/** A text of one line. `name` continues the message "Enter …", such as "a name". */
export const line = (name: string, limits: Limits) =>
  text(name, limits).refine((value) => !value.includes("\n"), "Enter this on a single line")

/** The version of a row, which grows with each change. A change names the version it is based on: an older one is a conflict. */
export const Version = z.number("Enter the version you saw").int().min(1).max(2_147_483_647)

export const Id = z.uuid({ error: "Enter a valid ID" }).toLowerCase()
/** An id as output: not validated again, since lists have many. */
export const KeptId = z.string().meta({ format: "uuid" })
/** The input of an operation on one resource. */
export const One = z.object({ id: Id })

/** A moment: a Date in the code, ISO 8601 in UTC in JSON. */
export const Instant = z.date().meta({ override: { type: "string", format: "date-time" } })
