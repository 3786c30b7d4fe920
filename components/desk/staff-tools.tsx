"use client"

import { lazy, Suspense } from "react"
import type { SearchReach } from "@/components/desk/use-found"

const NewCallKey = lazy(() => import("@/components/desk/new-call-key").then((it) => ({ default: it.NewCallKey })))
const Palette = lazy(() => import("@/components/desk/palette").then((it) => ({ default: it.Palette })))

interface StaffToolsProps {
  /** What the palette finds. */
  reach: SearchReach
  /** Whether the viewer takes calls. */
  takes: boolean
}

/** What staff reach from every page by a key. Its code is sent to nobody else, although every page has the same frame. */
export const StaffTools = ({ reach, takes }: StaffToolsProps) => (
  <Suspense>
    {takes ? <NewCallKey /> : null}
    <Palette reach={reach} />
  </Suspense>
)
