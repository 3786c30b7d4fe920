import { refresh } from "next/cache"
import { headers } from "next/headers"
import { redirect, unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import { AppError, type OfferedCustomer } from "@/lib/model/errors"
import type { Access, Caller, Contract, Verb } from "@/lib/model/operation"
import { toAppError } from "@/lib/platform/to-app-error"
import { log } from "@/lib/runtime/log"
import { actionBegun } from "./action-begun"
import { requestIdOf } from "./authenticate"
import { checkOrigin } from "./check-origin"
import { confirmPath } from "./confirm-path"
import { askedPath, visitor } from "./current-actor"
import { formOnce } from "./form-once"
import { type FormState, ONCE_FIELD, readForm, typedValues } from "./form-state"
import { forgetSaved, senderOf } from "./kept-form"
import { fromStrings, parse } from "./parse"

type Values = NonNullable<FormState["values"]>

/** Runs after the verb has succeeded: usually a redirect, so that a reload repeats nothing. */
type Then<O extends z.ZodType> = (row: z.input<O>, form: FormData) => unknown

/** The part of the answer that the form itself shows, because it must not appear in an address. */
type Show<O extends z.ZodType> = (row: z.input<O>) => FormState["result"]

/**
 * A server action for a form: checks the origin, finds the actor, parses the input, runs the verb, then continues; on
 * an expected failure the form is shown again with its errors.
 */
export function action<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Contract<I, O, A>,
  verb: Verb<I, O, A>,
  then: Then<O>,
  show?: Show<O>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    try {
      // Next hands over whatever was sent; what is no form has not been read, and is answered as such.
      if (!(form instanceof FormData)) throw new TypeError("An action was sent something else than a form.")
      const asked = await headers()
      actionBegun(asked)
      checkOrigin(asked)
      const caller = (op.access === "public" ? await visitor() : await senderOf(form)) as Caller<A>
      const input = parse(op.input, fromStrings(op.input, readForm(form)))
      const by = "id" in caller ? caller.id : null
      const row = await formOnce(nameIn(form), { by, input }, () => Promise.resolve(verb(caller, input)))
      if (op.access !== "public") await forgetSaved()
      await then(row, form)
      return show ? { result: show(row) } : {}
    } catch (thrown) {
      unstable_rethrow(thrown)
      if (!(form instanceof FormData)) throw thrown
      if (thrown instanceof AppError && thrown.code === "confirmation_required") return confirmFirst(form)
      return failure(thrown, form, requestIdOf(await headers()))
    }
  }
}

/** The name of what is sent, of a form that makes something once. */
function nameIn(form: FormData): string | undefined {
  const name = form.get(ONCE_FIELD)
  return typeof name === "string" && /^[\w.-]{1,40}$/.test(name) ? name : undefined
}

/**
 * Leads to the page that asks who is there, and back. With scripts the browser keeps what was typed meanwhile; without,
 * the form stays as it is and links to that page.
 */
async function confirmFirst(form: FormData): Promise<FormState> {
  const confirm = confirmPath(await askedPath())
  if ((await headers()).has("next-action")) return redirect(confirm)
  return { values: typedValues(form), message: "Confirm that it is you, then send this again.", confirm }
}

function failure(thrown: unknown, form: FormData, requestId: string): FormState {
  const values = typedValues(form)
  const expected = toAppError(thrown)
  if (expected?.code === "conflict") return conflict(expected, values)
  if (expected)
    return {
      values,
      errors: expected.fields,
      message: expected.fields ? undefined : expected.message,
      ...(expected.customers && { offers: expected.customers.map(toOffer) }),
      ...(expected.choices && { offers: [...expected.choices] }),
    }
  log.error({ err: thrown, requestId }, "unexpected failure in an action")
  const message = `Sorry, there is a problem with the service and nothing was saved. Try again. If it keeps happening, contact us and quote ${requestId}.`
  return { values, message }
}

const toOffer = ({ id, name, address }: OfferedCustomer) => ({
  value: id,
  label: name,
  ...(address && { hint: address }),
})

/** Keeps what was typed and refreshes the page around it, so that the next try starts from the current version. */
function conflict({ fields, message }: AppError, { version: _outdated, ...values }: Values): FormState {
  refresh()
  return { values, errors: fields, message: fields ? undefined : message, stale: true }
}
