import type { ReactNode } from "react"
import { Muted } from "@/components/ui/muted"
import { classes } from "@/components/ui/style"

/** Properties of every field. */
export interface FieldProps {
  /** Dotted path in the contract, such as `premises.postcode`; also what an error summary links to. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Says "(optional)" after the label: what must be filled in is not marked. */
  optional?: boolean
  /** The label is also the page's title, on a page that asks one thing. */
  heading?: boolean
}

interface FrameProps extends Omit<FieldProps, "name"> {
  id: string
  error?: string
  hintId?: string
  errorId?: string
  children: ReactNode
}

export function FieldFrame({ id, label, hint, optional, heading, error, hintId, errorId, children }: FrameProps) {
  const labelled = (
    <label htmlFor={id} className={labelStyle(heading)}>
      {label}
      {optional ? <Optional /> : null}
    </label>
  )
  return (
    <div className={frameStyle(error)}>
      {heading ? <h1>{labelled}</h1> : labelled}
      <Hint id={hintId}>{hint}</Hint>
      <FieldError id={errorId} error={error} />
      {children}
    </div>
  )
}

/** The frame of a group of choices: legend, hint and error. */
export function GroupFrame({ id, label, hint, optional, heading, error, hintId, errorId, children }: FrameProps) {
  return (
    <fieldset
      className={frameStyle(error)}
      aria-describedby={[hintId, errorId].filter(Boolean).join(" ") || undefined}
      id={`${id}-group`}
    >
      <legend className={classes("mb-1.5", labelStyle(heading))}>
        {heading ? <h1>{label}</h1> : label}
        {optional ? <Optional /> : null}
      </legend>
      <Hint id={hintId}>{hint}</Hint>
      <FieldError id={errorId} error={error} />
      {children}
    </fieldset>
  )
}

const Optional = () => <span className="font-normal text-muted"> (optional)</span>

function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return children ? <Muted id={id}>{children}</Muted> : null
}

function FieldError({ id, error }: { id?: string; error?: string }) {
  return error ? (
    <p id={id} className="font-semibold whitespace-pre-line text-danger">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  ) : null
}

const labelStyle = (heading?: boolean) => (heading ? "block text-2xl font-bold tracking-tight" : "block font-semibold")

const frameStyle = (error?: string) => classes("space-y-1.5", error && "border-l-4 border-danger pl-4")
