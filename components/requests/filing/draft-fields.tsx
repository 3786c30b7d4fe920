"use client"

import { SeenVersion } from "@/components/ui/seen-version"
import { thisWindow } from "@/components/ui/this-window"

export interface DraftSeen {
  id: string
  version: number
}

/** Says which draft a form is about, which version of it its person saw, and by whose hand it is written. */
export function DraftFields({ id, version }: DraftSeen) {
  return (
    <>
      <input type="hidden" name="draft" value={id} />
      <SeenVersion version={version} />
      <input type="hidden" name="window" ref={nameWindow} />
    </>
  )
}

const nameWindow = (field: HTMLInputElement | null) => {
  if (field) field.value = thisWindow()
}
