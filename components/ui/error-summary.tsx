"use client"

import { type ReactNode, useEffect, useRef } from "react"

interface ErrorSummaryProps {
  errors: Record<string, string>
  /** The prefix of the fields' ids. */
  prefix?: string
  /** Said about the form as a whole. */
  message?: string
  title?: string
  /** Stands below what is said, such as a button. */
  children?: ReactNode
}

/** Stands above a form that was refused, takes the focus, and leads to each field to be mended. */
export function ErrorSummary({
  errors,
  prefix = "",
  message,
  title = "There is a problem",
  children,
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message || Object.keys(errors).length > 0) box.current?.focus()
    return markTitle()
  }, [errors, message])
  return (
    <div
      ref={box}
      role="alert"
      data-problem
      tabIndex={-1}
      className="space-y-2 rounded-md border-4 border-danger bg-surface p-4 sm:p-6"
    >
      <h2 className="text-lg font-bold">{title}</h2>
      {message ? <p>{message}</p> : null}
      <ul className="space-y-1">
        {Object.entries(errors).map(([name, error]) => (
          <li key={name}>
            <a
              href={`#${prefix}${name}`}
              className="font-semibold whitespace-pre-line text-danger underline underline-offset-4"
            >
              {error}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** The title is what a screen reader says first and what a tab shows, so it says that something went wrong. */
function markTitle(): () => void {
  const title = document.title
  const marked = `Error: ${title}`
  document.title = marked
  return () => {
    if (document.title === marked) document.title = title
  }
}
