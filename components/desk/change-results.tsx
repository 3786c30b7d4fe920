"use client"

import { useEffect, useRef, useState } from "react"
import { UNDO_FORM, UndoButton } from "@/components/desk/undo-button"
import { SAVED } from "@/components/ui/tell-outcome"
import type { FormState } from "@/lib/http/form-state"

interface ChangeResultsProps {
  result: NonNullable<FormState["result"]>
}

/** What became of each request that was changed with others: those that were refused first, since something is left to do. */
export function ChangeResults({ result }: ChangeResultsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [done, kept] = [linesOf(result, "done."), linesOf(result, "kept.")]
  const undone = useUndone(result.undo)
  useEffect(() => {
    // The button that was pressed has gone: the keyboard goes on from here.
    if (result) box.current?.focus()
  }, [result])
  if (undone) return null
  return (
    <div ref={box} tabIndex={-1} role="status" className="change-results">
      <p>
        {[
          done.length > 0 && `${counted(done.length)} changed`,
          kept.length > 0 && `${counted(kept.length)} not changed`,
        ]
          .filter(Boolean)
          .join(", ")}
        .
      </p>
      {result.undo ? <UndoButton key={result.undo} chosen={result.undo} /> : null}
      {kept.length > 0 ? <Lines lines={kept} /> : null}
      {done.length > 0 ? (
        <details open={done.length <= 3 && kept.length === 0}>
          <summary>{kept.length > 0 ? "What was changed" : "Results"}</summary>
          <Lines lines={done} />
        </details>
      ) : null}
    </div>
  )
}

/** Whether this change has been undone since: what undid it says so in its own words. */
function useUndone(chosen: string | undefined): boolean {
  const [undone, setUndone] = useState<string>()
  useEffect(() => {
    let sent: string | undefined
    const send = ({ target, submitter }: SubmitEvent) => {
      const isUndo = target instanceof HTMLFormElement && target.id === UNDO_FORM
      sent = isUndo && submitter instanceof HTMLButtonElement ? submitter.value : undefined
    }
    const saved = () => setUndone((before) => sent ?? before)
    window.addEventListener("submit", send)
    window.addEventListener(SAVED, saved)
    return () => {
      window.removeEventListener("submit", send)
      window.removeEventListener(SAVED, saved)
    }
  }, [])
  return chosen !== undefined && chosen !== "" && undone === chosen
}

const counted = (count: number) => (count === 1 ? "1 request" : `${count} requests`)

const linesOf = (result: Record<string, string>, prefix: string) =>
  Object.entries(result).flatMap(([name, sentence]) =>
    name.startsWith(prefix) ? [{ id: name.slice(prefix.length), sentence }] : [],
  )

const Lines = ({ lines }: { lines: readonly { id: string; sentence: string }[] }) => (
  <ul>
    {lines.map(({ id, sentence }) => (
      <li key={id}>
        <a href={`/desk/requests/${id}`}>{sentence}</a>
      </li>
    ))}
  </ul>
)
