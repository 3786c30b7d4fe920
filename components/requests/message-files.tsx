"use client"

import { type ReactNode, useContext, useEffect, useId, useRef, useState } from "react"
import { useUploads } from "@/components/requests/use-uploads"
import { FormContext } from "@/components/ui/form-context"
import { useScripted } from "@/components/ui/use-scripted"

interface MessageFilesProps {
  /** What files may be, for the browser's choice. */
  accept: string
  /** How the choice looks, and how it and its label stand beside each other. */
  looks: { choice: string; field: string }
  label: ReactNode
  /** How many more there can be; nothing when the request takes none any more. */
  room: number | undefined
  /** The id of what is said about it. */
  hint: string
  /** What there is without scripts. */
  unscripted: ReactNode
}

/**
 * Files that go with a message. They go up as soon as they are chosen, so that nobody waits for them, and belong to the
 * message: whoever reads it sees none of them before it is sent.
 */
export function MessageFiles({ accept, looks, label, room, hint, unscripted }: MessageFilesProps) {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const scripted = useScripted()
  const { take, shown, show } = useUploads(input, {
    otherwise: () => setProblem("The files could not be uploaded. Check your connection, then choose them again."),
  })
  const { uploads } = useContext(FormContext).values
  // biome-ignore lint/correctness/useExhaustiveDependencies: those of a message that was kept are shown once
  useEffect(() => {
    if (uploads?.length) void show?.().catch(() => undefined)
  }, [uploads])

  return (
    <>
      {scripted && room ? (
        <div className={looks.field}>
          <label htmlFor={field}>{label}</label>
          <input
            ref={input}
            id={field}
            type="file"
            multiple
            accept={accept}
            onChange={({ target }) => take(target)}
            aria-describedby={problem ? `${hint} ${field}-error` : hint}
            className={looks.choice}
          />
        </div>
      ) : null}
      {shown ? <shown.Queue files={shown.files} room={room ?? 0} /> : null}
      {scripted ? null : unscripted}
      <p id={`${field}-error`} role="alert" className="font-semibold whitespace-pre-line text-danger empty:hidden">
        {problem}
      </p>
    </>
  )
}
