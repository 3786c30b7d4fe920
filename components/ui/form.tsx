"use client"

import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useRef,
} from "react"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { FormContext } from "@/components/ui/form-context"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { useTypedBefore } from "@/components/ui/send-again"
import { Submit } from "@/components/ui/submit"
import { type LoadContract, useCheck } from "@/components/ui/use-check"
import { useKept } from "@/components/ui/use-kept"
import { whenAway } from "@/components/ui/when-away"
import { whenOutdated } from "@/components/ui/when-outdated"
import { ACCOUNT_FIELD, FORM_FIELD, type FormAction, type FormState } from "@/lib/http/form-state"

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
  const sent = useMemo(() => whenAway(whenOutdated(action)), [action])
  const [state, dispatch, pending] = useActionState(sent, useTypedBefore(prefix) ?? INITIAL)
  const { errors, message, check, prepare } = useCheck(contract, state)
  const form = useRef<HTMLFormElement>(null)
  const checking = useRef(false)
  const presser = useRef<HTMLElement | null>(null)
  const { kept, touch, forget } = useKept(prefix, form, values)
  const typed = state.values ?? kept?.values
  useResetAfter(state, form, forget)

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || checking.current) return
    const { submitter } = event.nativeEvent
    presser.current = submitter
    const data = new FormData(event.currentTarget, submitter)
    // Whoever is signed in now may be somebody else.
    data.set(ACCOUNT_FIELD, document.documentElement.dataset.account ?? "")
    const unchecked = submitter instanceof HTMLButtonElement && submitter.formNoValidate
    checking.current = true
    if (unchecked || (await check(data))) startTransition(() => dispatch(data))
    checking.current = false
  }

  const context = useMemo(
    () => ({
      prefix,
      errors,
      values: typed ?? values ?? {},
      answered: typed !== undefined,
      stale: state.stale,
      offers: state.offers,
      result: state.result,
      pending,
    }),
    [prefix, errors, typed, state.stale, state.offers, state.result, values, pending],
  )
  const refused = message !== undefined || Object.keys(errors).length > 0
  return (
    <FormContext value={context}>
      {state.away ? (
        <ErrorSummary
          errors={errors}
          title="No answer came"
          message="What you typed is still here. Check your internet connection, then try again."
        >
          <Button onClick={() => form.current?.requestSubmit(presser.current)}>Try again</Button>
        </ErrorSummary>
      ) : null}
      {kept && state === INITIAL ? (
        <Notice tone="warning" title="What you typed is still here">
          Check whether it was saved. If not, save it.
        </Notice>
      ) : null}
      {refused ? (
        <ErrorSummary errors={errors} prefix={prefix} message={message}>
          {state.confirm ? <ConfirmLink href={state.confirm} /> : null}
        </ErrorSummary>
      ) : null}
      {state.result && !refused ? outcome?.(state.result) : null}
      {once && state.result && !refused ? null : (
        <form
          ref={form}
          id={id}
          aria-busy={pending || undefined}
          action={dispatch}
          onSubmit={send}
          onFocus={prepare}
          onInput={touch}
          noValidate
          className={className ?? "mt-6 space-y-6"}
        >
          <input type="hidden" name={FORM_FIELD} value={prefix} />
          <Fragment key={kept ? "kept" : "given"}>{children}</Fragment>
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

/** Without scripts, what was typed is on this page only, so it stays open. */
function ConfirmLink({ href }: { href: string }) {
  return (
    <Link href={href} target="_blank">
      Confirm it is you (opens in a new tab)
    </Link>
  )
}

/** A form that was accepted and stays on its page starts anew; one that was refused keeps what was typed. */
function useResetAfter(state: FormState, form: { current: HTMLFormElement | null }, forget: () => void) {
  const last = useRef(state)
  useEffect(() => {
    if (last.current !== state && !state.errors && state.message === undefined && !state.away) {
      forget()
      form.current?.reset()
    }
    last.current = state
  }, [state, form, forget])
}
