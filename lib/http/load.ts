import { notFound } from "next/navigation"
import type { z } from "zod"
import { confinedTo } from "@/lib/identity/accounts/start-page"
import { AppError } from "@/lib/model/errors"
import type { Access, Caller, Contract, Verb } from "@/lib/model/operation"
import { signedIn, viewer, visitor } from "./current-actor"
import { endPage } from "./end-page"
import { fromStrings, parse } from "./parse"
import { seeOther } from "./see-other"

type Raw = Record<string, string | string[] | undefined>

/** A verb as a page reads it: not found for what may not be seen, sign-in for visitors, 503 without a database. */
export function load<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Contract<I, O, A>,
  verb: Verb<I, O, A>,
) {
  return async (raw: Raw = {}): Promise<z.output<O>> => {
    const caller = (op.access === "public" ? await visitor() : await signedIn()) as Caller<A>
    const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value !== ""))
    try {
      return op.output.parse(await verb(caller, parse(op.input, fromStrings(op.input, given))))
    } catch (thrown) {
      if (!(thrown instanceof AppError)) return endPage(thrown)
      if (thrown.code === "unauthenticated") seeOther("/sign-in")
      const actor = thrown.code === "forbidden" ? await viewer() : undefined
      const only = actor && confinedTo(actor)
      if (only) seeOther(only)
      if (["invalid", "not_found", "forbidden"].includes(thrown.code)) notFound()
      throw thrown
    }
  }
}
