import { headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import { AppError } from "@/lib/errors"
import { log } from "@/lib/log"
import { requestIdOf } from "./caller"
import { type FormState, readForm, typedValues } from "./form-state"
import type { Access, Caller, Contract, Verb } from "./operation"
import { checkOrigin } from "./origin"
import { fromStrings, parse } from "./parse"
import { signedIn, visitor } from "./viewer"

/** What happens once the verb has done its work: usually a redirect, so that reloading does nothing twice. */
type Then<O extends z.ZodType> = (row: z.input<O>, form: FormData) => unknown

/** A server action for a form: origin, actor, parsed input, verb, then onwards; or the form again with what was wrong. */
export function action<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Contract<I, O, A>,
  verb: Verb<I, O, A>,
  then: Then<O>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    try {
      checkOrigin(await headers())
      const caller = (op.access === "public" ? await visitor() : await signedIn()) as Caller<A>
      const row = await verb(caller, parse(op.input, fromStrings(op.input, readForm(form))))
      await then(row, form)
      return {}
    } catch (thrown) {
      unstable_rethrow(thrown)
      return failure(thrown, form, requestIdOf(await headers()))
    }
  }
}

function failure(thrown: unknown, form: FormData, requestId: string): FormState {
  const values = typedValues(form)
  if (thrown instanceof AppError)
    return { values, errors: thrown.fields, message: thrown.fields ? undefined : thrown.message }
  log.error({ err: thrown, requestId }, "unexpected failure in an action")
  const message = `Something went wrong on our side and nothing was saved. Try again, or quote ${requestId} when you contact us.`
  return { values, message }
}
