import type { Metadata } from "next"
import { Unavailable } from "@/components/shell/unavailable"
import { env } from "@/lib/runtime/env"

export const metadata: Metadata = { title: "Service temporarily unavailable" }

/** Shown for a page that the database kept from rendering: see `lib/http/end-page.ts`. */
export default function ServiceUnavailable() {
  return <Unavailable phone={env().EMERGENCY_PHONE} />
}
