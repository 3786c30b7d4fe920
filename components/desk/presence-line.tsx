"use client"

import { useEffect, useRef, useState } from "react"
import { bePresent } from "@/components/desk/be-present"
import { newcomers, presenceInWords } from "@/components/desk/presence-words"

/** Who else looks at this request, or writes about it. */
export function PresenceLine({ id }: { id: string }) {
  const line = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState("")
  const [said, setSaid] = useState("")
  useEffect(() => {
    const box = line.current?.closest(".desk-request")
    if (!box) return
    const known = new Map<string, boolean>()
    let before = ""
    return bePresent(id, box, (people) => {
      const [now, found] = [presenceInWords(people), newcomers(people, known)]
      setShown(now)
      // What is read out stays as long as it is true.
      if (now !== before) setSaid(presenceInWords(found))
      before = now
    })
  }, [id])
  return (
    <div ref={line} className="presence" title={shown || undefined}>
      <span data-shown>{shown}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  )
}
