"use client"

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useMemo, useRef } from "react"
import { ErrorSummary } from "@/components/ui/error-summary"
import { FormContext } from "@/components/ui/form-context"
import { useTypedBefore } from "@/components/ui/send-again"
import { Submit } from "@/components/ui/submit"
import { type LoadContract, useCheck } from "@/components/ui/use-check"
import { whenOutdated } from "@/components/ui/when-outdated"
import { FORM_FIELD, type FormAction, type FormState } from "@/lib/http/form-state"

interface FormProps {
  action: FormAction
  /** Checked in the browser before the server is asked, such as `() => import("…/contract").then((m) => m.NewRequest)`. */
  contract?: LoadContract
  /** Initial values by dotted name. */
  values?: FormState["values"]
  /** The label of the button; left out where the children bring their own `Submit`. */
  submit?: string
  /** Stands beside the button: a link that leads away. */
  aside?: ReactNode
  /** Named by buttons that stand elsewhere on the page. */
  id?: string
  /** Sets this form apart on a page that has several. */
  prefix?: string
  className?: string
  /** Shown above the form once it was accepted, made of what the action gave. */
  outcome?: (result: NonNullable<FormState["result"]>) => ReactNode
  /** The form is gone once it was accepted: what it gave stands in its place. */
  once?: boolean
  children: ReactNode
}

const INITIAL: FormState = {}

/** The one form. It works without scripts; with them it answers sooner and keeps what was typed. */
export function Form({
  action,
  contract,
  values,
  submit,
  aside,
  id,
  prefix = "",
  className,
  outcome,
  once = false,
  children,
}: FormProps) {
  const sent = useMemo(() => whenOutdated(action), [action])
  const [state, dispatch, pending] = useActionState(sent, useTypedBefore(prefix) ?? INITIAL)
  const { errors, message, check, prepare } = useCheck(contract, state)
  const form = useRef<HTMLFormElement>(null)
  const checking = useRef(false)
  useResetAfter(state, form)

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || checking.current) return
    const { submitter } = event.nativeEvent
    const data = new FormData(event.currentTarget, submitter)
    const unchecked = submitter instanceof HTMLButtonElement && submitter.formNoValidate
    checking.current = true
    if (unchecked || (await check(data))) startTransition(() => dispatch(data))
    checking.current = false
  }

  const context = useMemo(
    () => ({
      prefix,
      errors,
      values: state.values ?? values ?? {},
      answered: state.values !== undefined,
      result: state.result,
      pending,
    }),
    [prefix, errors, state.values, state.result, values, pending],
  )
  const refused = message !== undefined || Object.keys(errors).length > 0
  return (
    <FormContext value={context}>
      {refused ? <ErrorSummary errors={errors} prefix={prefix} message={message} /> : null}
      {state.result && !refused ? outcome?.(state.result) : null}
      {once && state.result && !refused ? null : (
        <form
          ref={form}
          id={id}
          aria-busy={pending || undefined}
          action={dispatch}
          onSubmit={send}
          onFocus={prepare}
          noValidate
          className={className ?? "mt-6 space-y-6"}
        >
          <input type="hidden" name={FORM_FIELD} value={prefix} />
          {children}
          {submit || aside ? (
            <div className="flex flex-wrap items-center gap-4 pt-2">
              {submit ? <Submit>{submit}</Submit> : null}
              {aside}
            </div>
          ) : null}
        </form>
      )}
    </FormContext>
  )
}

/** A form that was accepted and stays on its page starts anew; one that was refused keeps what was typed. */
function useResetAfter(state: FormState, form: { current: HTMLFormElement | null }) {
  const last = useRef(state)
  useEffect(() => {
    if (last.current !== state && !state.errors && state.message === undefined) form.current?.reset()
    last.current = state
  }, [state, form])
}
