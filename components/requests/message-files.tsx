"use client"

import { useId, useRef, useState } from "react"
import { useUploads } from "@/components/requests/use-uploads"
import { Muted } from "@/components/ui/muted"
import { useScripted } from "@/components/ui/use-scripted"
import { MAX_ATTACHMENTS, MEDIA_TYPES } from "@/lib/model/attachment"

export interface MessageFile {
  id: string
  name: string
}

interface MessageFilesProps {
  /** The request that they are attached to. */
  id: string
  /** What the writer has attached and not sent with a message yet. */
  files: readonly MessageFile[]
  /** How many more there can be; nothing when the request takes none any more. */
  room: number | undefined
}

/** Files that go with a message. They go up as soon as they are chosen, and nothing that is typed is lost meanwhile. */
export function MessageFiles({ id, files, room }: MessageFilesProps) {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()
  const scripted = useScripted()
  const { take, shown } = useUploads(input, {
    otherwise: () => setProblem("The files could not be uploaded. Check your connection, then choose them again."),
  })

  return (
    <div className="min-w-0 space-y-2">
      {files.length > 0 ? (
        <fieldset className="min-w-0 space-y-1">
          <legend className="font-semibold">Send with the message</legend>
          {files.map((it) => (
            <label key={it.id} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name="attachments[]"
                value={it.id}
                defaultChecked
                className="size-5 shrink-0 accent-accent"
              />
              <bdi className="min-w-0 wrap-anywhere">{it.name}</bdi>
            </label>
          ))}
        </fieldset>
      ) : null}
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
            accept={Object.entries(MEDIA_TYPES).flat().join()}
            onChange={({ target }) => take(target)}
            aria-describedby={problem ? `${field}-error` : undefined}
            className="min-h-target w-full min-w-0 text-sm sm:w-auto file:mr-3 file:cursor-pointer file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent-strong"
          />
        </div>
      ) : null}
      {shown ? <shown.Queue files={shown.files} to={`/uploads/requests/${id}`} room={room ?? 0} /> : null}
      {room === 0 && files.length === 0 ? (
        <Muted small>This request has {MAX_ATTACHMENTS} files, the most it can have. You cannot add more.</Muted>
      ) : null}
      {scripted || !room ? null : (
        <Muted small className="flex min-h-16 items-center sm:min-h-8">
          To send files, add them to the request’s files first.
        </Muted>
      )}
      <p id={`${field}-error`} role="alert" className="font-semibold whitespace-pre-line text-danger empty:hidden">
        {problem}
      </p>
    </div>
  )
}
