import { refresh } from "next/cache"
import { headers } from "next/headers"
import { unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import type { AppError } from "@/lib/model/errors"
import type { Access, Caller, Contract, Verb } from "@/lib/model/operation"
import { expectedOf } from "@/lib/platform/expected"
import { log } from "@/lib/runtime/log"
import { requestIdOf } from "./caller"
import { type FormState, readForm, typedValues } from "./form-state"
import { checkOrigin } from "./origin"
import { fromStrings, parse } from "./parse"
import { sender, signedIn, visitor } from "./viewer"

type Values = NonNullable<FormState["values"]>

/** What happens once the verb has done its work: usually a redirect, so that reloading does nothing twice. */
type Then<O extends z.ZodType> = (row: z.input<O>, form: FormData) => unknown

/** What of the answer the form shows itself, because it may stand in no address. */
type Show<O extends z.ZodType> = (row: z.input<O>) => FormState["result"]

/** A server action for a form: origin, actor, parsed input, verb, then onwards; or the form again with what was wrong. */
export function action<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Contract<I, O, A>,
  verb: Verb<I, O, A>,
  then: Then<O>,
  show?: Show<O>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    try {
      checkOrigin(await headers())
      const caller = (op.access === "public" ? await visitor() : await signedIn(sender)) as Caller<A>
      const row = await verb(caller, parse(op.input, fromStrings(op.input, readForm(form))))
      await then(row, form)
      return show ? { result: show(row) } : {}
    } catch (thrown) {
      unstable_rethrow(thrown)
      return failure(thrown, form, requestIdOf(await headers()))
    }
  }
}

function failure(thrown: unknown, form: FormData, requestId: string): FormState {
  const values = typedValues(form)
  const expected = expectedOf(thrown)
  if (expected?.code === "conflict") return conflict(expected, values)
  if (expected) return { values, errors: expected.fields, message: expected.fields ? undefined : expected.message }
  log.error({ err: thrown, requestId }, "unexpected failure in an action")
  const message = `Sorry, there is a problem with the service and nothing was saved. Try again. If it keeps happening, contact us and quote ${requestId}.`
  return { values, message }
}

/** What was typed stays, the page around it becomes what is true now, and the next try starts from that. */
function conflict({ fields, message }: AppError, { version: _outdated, ...values }: Values): FormState {
  refresh()
  return { values, errors: fields, message: fields ? undefined : message }
}
