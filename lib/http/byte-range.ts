import { AppError } from "@/lib/model/errors"
import type { ByteRange } from "@/lib/platform/storage/home"

/** A file of which parts can be asked for; the tag names its content. */
interface Whole {
  bytes: number
  tag: string
}

const NONE = "This file is shorter than the part that you ask for."

/**
 * The part of a file that a request asks for by `Range` (RFC 9110, section 14); nothing where it asks for all of it, for
 * several parts, for the part of another version, or in a way that is not known.
 * @throws AppError `range_not_satisfiable` when the file has no such part
 */
export function askedPart(headers: Headers, { bytes, tag }: Whole): ByteRange | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/i.exec(headers.get("range")?.trim() ?? "")
  const sameAs = headers.get("if-range")
  if (!asked || (sameAs !== null && sameAs !== tag)) return undefined
  const [, first = "", last = ""] = asked
  if (first === "" && last === "") return undefined
  const part =
    first === ""
      ? { first: Math.max(0, bytes - Number(last)), last: bytes - 1 }
      : { first: Number(first), last: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1) }
  // Its ends the wrong way round, it asks for nothing that could be known.
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined
  if (part.first >= bytes) throw new AppError("range_not_satisfiable", NONE)
  return part
}

/** The header that says which part of how much is sent, or how much there is where none is. */
export const contentRange = (bytes: number, part?: ByteRange): string =>
  `bytes ${part ? `${part.first}-${part.last}` : "*"}/${bytes}`
