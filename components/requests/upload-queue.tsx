"use client"

import { useRouter } from "next/navigation"
import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from "react"
import { UploadList } from "@/components/requests/upload-list"
import { UploadRow } from "@/components/requests/upload-row"
import { useHeldForm } from "@/components/requests/use-held-form"
import { useLeaving } from "@/components/requests/use-leaving"
import type { FileLimits } from "@/lib/model/attachment"

export interface UploadQueueProps {
  /** All that were chosen, in their order. */
  files: readonly File[]
  /** Where uploads are attached. */
  to: string
  /** How many more files there can be. */
  room: number
  /** How large a file may be. Without them the server says so, before anything of it is sent. */
  limits?: FileLimits
}

const HELD = {
  waits: "This will be sent when your files have been uploaded.",
  stopped: "This was not sent, because a file could not be added. Try again with the file or remove it, then send.",
}

/** Files on their way, each with how far it is and a way to stop it, remove it or try again. */
export function UploadQueue({ files, to, room, limits }: UploadQueueProps) {
  const router = useRouter()
  // What the page shows: a change is seen with the page that it has changed.
  const [seen, setSeen] = useState(0)
  const [list] = useState(
    () =>
      new UploadList(to, (changes) =>
        startTransition(() => {
          router.refresh()
          setSeen(changes)
        }),
      ),
  )
  const items = useSyncExternalStore(list.subscribe, list.snapshot, list.snapshot)
  const taken = useRef(0)
  useEffect(() => {
    const added = files.slice(taken.current)
    taken.current = files.length
    if (added.length > 0) list.add(added, room, limits)
  }, [list, files, room, limits])
  const place = useRef<HTMLDivElement>(null)
  const held = useHeldForm(place, list.isBusy || seen < list.changes, list.hasFailed)
  useLeaving(
    list.isBusy
      ? "Your files are still being uploaded. Leave this page? They will be added once they have been uploaded, if you keep this window open."
      : undefined,
  )
  return (
    <div ref={place} tabIndex={-1}>
      {items.length > 0 ? (
        <ul className="divide-y divide-line" aria-label="Uploads">
          {items.map((item) => (
            <UploadRow key={item.key} item={item} list={list} place={place} />
          ))}
        </ul>
      ) : null}
      <p role="status" className="font-semibold empty:hidden">
        {held && HELD[held]}
      </p>
      <p aria-live="polite" className="sr-only">
        {list.said}
      </p>
    </div>
  )
}
