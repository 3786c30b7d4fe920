import { z } from "zod"

/** Control characters, lone surrogates and NUL: nothing a person means to type, and some PostgreSQL refuses. */
function isPlain(value: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\t]/g, ""))
}

interface Limits {
  min?: number
  max: number
  /** Shown instead of "Enter …" when nothing was given. */
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
      // Browsers send CRLF, everything else says LF.
      .overwrite((value) => value.replace(/\r\n?/g, "\n"))
      .trim()
      .min(Math.min(min, 1), missing)
      .min(min, short)
      .max(max, `${Label} must be ${max.toLocaleString("en")} characters or fewer`)
      .refine(isPlain, `${Label} includes characters that you cannot use`)
  )
}

/** Several lines of text. `name` continues "Enter …", such as "a description". */
export const prose = text

/** One line of text. */
export const line = (name: string, limits: Limits) =>
  text(name, limits).refine((value) => !value.includes("\n"), "Enter this on a single line")

/** Grows with each change; a change says which one it has seen. */
export const Version = z.number("Enter the version you saw").int().min(1).max(2_147_483_647)

export const Id = z.uuid({ error: "Enter a valid ID" }).toLowerCase()
/** An id as it was kept: not checked again on the way out, of which lists have many. */
export const KeptId = z.string().meta({ format: "uuid" })
export const One = z.object({ id: Id })

/** A moment, as a Date inside and as ISO 8601 in UTC outside. */
export const Instant = z.date().meta({ override: { type: "string", format: "date-time" } })
