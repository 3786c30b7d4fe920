"use client"

import { type ComponentType, type RefObject, useEffect, useRef, useState } from "react"
import { goingOn } from "@/components/requests/lists-going-on"
import type { UploadQueueProps } from "@/components/requests/upload-queue"

interface Shown {
  Queue: ComponentType<UploadQueueProps>
  /** All that were chosen, in their order. */
  files: readonly File[]
}

interface Options {
  /** Where they are attached: those that are on their way there already are shown at once. */
  to?: string
  /** Files may also be dropped and pasted where the page has no form. */
  everywhere?: boolean
  /** What is done where the queue cannot be fetched. */
  otherwise: (input: HTMLInputElement) => void
}

/**
 * What takes the files of an input, and the queue that sends them, which is fetched with the first. Files may also be dropped
 * on the input's form and pasted into it.
 */
export function useUploads(input: RefObject<HTMLInputElement | null>, { to, everywhere = false, otherwise }: Options) {
  const [shown, setShown] = useState<Shown>()
  const taken = useRef(new WeakSet<File>())

  async function show(files: readonly File[] = []) {
    const { UploadQueue: Queue } = await import("@/components/requests/upload-queue")
    // More may have been chosen before the queue was there.
    setShown((it) => ({ Queue, files: [...(it?.files ?? []), ...files] }))
  }

  function take(from: HTMLInputElement | null) {
    // A choice is heard of twice when the page comes to life in the middle of it.
    const files = [...(from?.files ?? [])].filter((file) => !taken.current.has(file))
    if (!from || files.length === 0) return
    for (const file of files) taken.current.add(file)
    show(files).then(
      () => {
        from.value = ""
      },
      () => otherwise(from),
    )
  }

  // Whoever was quick has chosen before anybody listened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is taken later is taken by the input's own event.
  useEffect(() => {
    take(input.current)
    if (to && goingOn(to)) void show().catch(() => undefined)
  }, [])

  useEffect(() => {
    const receive = (event: DragEvent | ClipboardEvent) => {
      const given = "clipboardData" in event ? event.clipboardData : event.dataTransfer
      const form = (event.target as Element | null)?.closest("form")
      const field = input.current
      if (!field?.checkVisibility() || !given?.types.includes("Files")) return
      if (form ? form !== field.form : !everywhere) return
      // Programs that copy formatted text add a picture of it, and a picture of a page is dragged with its HTML.
      if (given.types.includes(event.type === "paste" ? "text/plain" : "text/html")) return
      event.preventDefault()
      if (event.type === "dragover") return
      field.files = given.files
      take(field)
    }
    const kinds = ["paste", "drop", "dragover"] as const
    for (const kind of kinds) document.addEventListener(kind, receive)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, receive)
    }
  })

  return { take, shown, show: shown ? undefined : show }
}
