"use client"

import { useRouter } from "next/navigation"
import { startTransition, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react"
import { takesPlace } from "@/components/requests/listed-file"
import { goingOn } from "@/components/requests/lists-going-on"
import { UploadList } from "@/components/requests/upload-list"
import { UploadRow } from "@/components/requests/upload-row"
import { useHeldForm } from "@/components/requests/use-held-form"
import { useLeaving } from "@/components/requests/use-leaving"
import { FormContext } from "@/components/ui/form-context"
import type { FileLimits } from "@/lib/model/attachment"

export interface UploadQueueProps {
  /** All that were chosen, in their order. */
  files: readonly File[]
  /** Where uploads are attached. Left out for files that go with what the form around them sends, and wait for that. */
  to?: string
  /** How many more files there can be. */
  room: number
  /** How large a file may be. Without them the server says so, before anything of it is sent. */
  limits?: FileLimits
}

const HELD = {
  waits: "This will be sent when your files have been uploaded.",
  stopped: "This was not sent, because a file could not be added. Try again with the file or remove it, then send.",
}

const UNSENT = "The files you have chosen are not sent yet. Leave this page?"
const GOES_ON =
  "Your files are still being uploaded. Leave this page? They will be added once they have been uploaded, if you keep this window open."

/** Files on their way, each with how far it is and a way to stop it, remove it or try again. */
export function UploadQueue({ files, to, room, limits }: UploadQueueProps) {
  const router = useRouter()
  const [list] = useState(() => {
    const going = to === undefined ? undefined : goingOn(to)
    return going instanceof UploadList ? going : new UploadList(to, () => undefined)
  })
  // What the page shows: a change is seen with the page that it has changed.
  const [seen, setSeen] = useState(list.changes)
  useEffect(() => {
    list.onChange = (changes) =>
      startTransition(() => {
        router.refresh()
        setSeen(changes)
      })
  }, [list, router])
  const items = useSyncExternalStore(list.subscribe, list.snapshot, list.snapshot)
  useEffect(() => list.add(files, room, limits), [list, files, room, limits])
  const place = useRef<HTMLDivElement>(null)
  const { prefix } = useContext(FormContext)
  useMessage(list, to === undefined, place)
  const held = useHeldForm(place, list.isBusy || seen < list.changes, list.hasFailed)
  const isUnsent = to === undefined && items.some(takesPlace)
  useLeaving(isUnsent ? UNSENT : list.isBusy ? GOES_ON : undefined)
  return (
    <div ref={place} id={to === undefined ? `${prefix}uploads` : undefined} tabIndex={-1}>
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

/** Files that go with a message: those of one that was kept or refused are there again, and those of one that was sent go. */
function useMessage(list: UploadList, waits: boolean, place: { current: HTMLElement | null }): void {
  const { values } = useContext(FormContext)
  useEffect(() => {
    if (waits) list.restore([values.uploads ?? []].flat(), [values.uploadNames ?? []].flat())
  }, [list, waits, values.uploads, values.uploadNames])
  useEffect(() => {
    const form = waits ? place.current?.closest("form") : undefined
    if (!form) return
    let going: string[] = []
    const note = () => {
      going = list.items.flatMap(({ upload }) => upload ?? [])
    }
    // A form that was accepted starts anew.
    const forget = () => list.sent(going)
    form.addEventListener("submit", note)
    form.addEventListener("reset", forget)
    return () => {
      form.removeEventListener("submit", note)
      form.removeEventListener("reset", forget)
      list.leave()
    }
  }, [list, waits, place])
}
