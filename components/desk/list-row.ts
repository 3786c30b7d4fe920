import type { MarkedText } from "@/components/ui/marked-parts"
import type { Priority } from "@/lib/model/category"
import type { Status } from "@/lib/model/status"

/** How the next target stands: what the list shows it with. */
export type Due = "late" | "soon" | "in-time" | "paused"

/**
 * What the browser is sent of a request in a list: texts that are ready, in the order of the columns and without names,
 * since each row would repeat these.
 */
export type ListRow = readonly [
  id: string,
  priority: Priority,
  reference: MarkedText,
  title: MarkedText,
  customer: MarkedText,
  place: MarkedText,
  category: string,
  status: Status,
  due: Due | "",
  dueInWords: string,
  age: string,
  assignee: string,
  /** `u` without an assignee, `a` for an open emergency, `t` for one that the viewer can take. */
  marks: string,
  foundElsewhere: string,
  version: number,
]

/** A heading: what it says, where it leads to sort by it, and how it is sorted now. */
export type ListHead = readonly [name: string, href?: string, sorted?: "ascending" | "descending"]
