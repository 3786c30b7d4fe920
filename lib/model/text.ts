import { z } from "zod"
import { cleanCode, cleanLine, cleanProse } from "./clean-text"

interface Limits {
  min?: number
  max: number
  /** The message for an empty field, instead of "Enter …". */
  missing?: string
}

/** What cleaning may take away: a text that is longer by more than this is not cleaned at all. */
const MOST_TYPED = 1000

function text(clean: (typed: string) => string) {
  return (name: string, { min = 1, max, missing = `Enter ${name}` }: Limits) => {
    const label = name.replace(/^(an?|your|the) /, "")
    const Label = label.charAt(0).toUpperCase() + label.slice(1)
    const long = `${Label} must be ${max.toLocaleString("en")} characters or fewer`
    const short = min === 1 ? missing : `${Label} must be at least ${min} characters`
    return z
      .string({ error: (issue) => (issue.input === undefined ? missing : `${Label} must be text`) })
      .max(MOST_TYPED + 4 * max, { error: long, abort: true })
      .overwrite(clean)
      .min(Math.min(min, 1), missing)
      .min(min, short)
      .max(max, long)
  }
}

/** A text of several lines, cleaned. `name` continues the message "Enter …", such as "a description". */
export const prose = text(cleanProse)

/** A text of one line, cleaned. `name` continues the message "Enter …", such as "a name". */
export const line = text(cleanLine)

/** A code that is copied from a letter, a bill or a plate, such as a postcode, cleaned. */
export const code = text(cleanCode)

/** The version of a row, which grows with each change. A change names the version it is based on: an older one is a conflict. */
export const Version = z.number("Enter the version you saw").int().min(1).max(2_147_483_647)

export const Id = z.uuid({ error: "Enter a valid ID" }).toLowerCase()
/** An id as output: not validated again, since lists have many. */
export const KeptId = z.string().meta({ format: "uuid" })
/** The input of an operation on one resource. */
export const One = z.object({ id: Id })

/** A moment: a Date in the code, ISO 8601 in UTC in JSON. */
export const Instant = z.date().meta({ override: { type: "string", format: "date-time" } })
