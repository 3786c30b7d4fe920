"use client"

import { Suspense, useEffect, useState } from "react"
import type { SearchReach } from "@/components/desk/use-found"
import { fetched } from "@/components/ui/fetched"

/** For scripts only, and for staff only: the frame of every page would bring it to everybody. */
const PaletteDialog = fetched(() => import("@/components/desk/palette-dialog").then((it) => it.default))

export function PaletteLater({ reach }: { reach: SearchReach }) {
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return awake ? (
    <Suspense>
      <PaletteDialog reach={reach} />
    </Suspense>
  ) : null
}
