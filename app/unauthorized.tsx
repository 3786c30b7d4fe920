import type { Metadata } from "next"
import { NarrowSearch } from "@/components/shell/narrow-search"

export const metadata: Metadata = { title: "Narrow your search" }

/** Stands for a page whose list or search was cut off: see `lib/http/end-page.ts`. */
export default function SearchCutOff() {
  return <NarrowSearch />
}
