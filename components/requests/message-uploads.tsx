"use client"

import { type ReactNode, useId, useRef, useState } from "react"
import { useUploads } from "@/components/requests/use-uploads"
import { useScripted } from "@/components/ui/use-scripted"

interface MessageUploadsProps {
  /** Where they are attached. */
  to: string
  /** How many more there can be. */
  room: number
  accept: string
  /** What is said where scripts do not run. */
  unscripted: ReactNode
}

/** Takes files that go with a message, as soon as they are chosen. */
export function MessageUploads({ to, room, accept, unscripted }: MessageUploadsProps) {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const scripted = useScripted()
  const { take, shown } = useUploads(input, {
    otherwise: () => setProblem("The files could not be uploaded. Check your connection, then choose them again."),
  })

  return (
    <>
      {scripted && room ? (
        <div className="flex min-h-16 flex-wrap content-center items-center gap-x-3 gap-y-1 sm:min-h-8">
          <label htmlFor={field} className="text-sm">
            Add files to this message
          </label>
          <input
            ref={input}
            id={field}
            type="file"
            multiple
            accept={accept}
            onChange={({ target }) => take(target)}
            aria-describedby={problem ? `${field}-error` : undefined}
            className="min-h-target w-full min-w-0 text-sm sm:w-auto file:mr-3 file:cursor-pointer file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent-strong"
          />
        </div>
      ) : null}
      {shown ? <shown.Queue files={shown.files} to={to} room={room} /> : null}
      {scripted || !room ? null : unscripted}
      <p id={`${field}-error`} role="alert" className="font-semibold whitespace-pre-line text-danger empty:hidden">
        {problem}
      </p>
    </>
  )
}
