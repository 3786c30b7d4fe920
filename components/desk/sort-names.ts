import type { RequestSort } from "@/lib/requests/contract"

/** The orders that a list can have, as people choose them. */
export const SORT_NAMES: Record<RequestSort, string> = {
  priority: "Most urgent first",
  due: "Due first",
  "-createdAt": "Newest first",
  createdAt: "Oldest first",
  "-updatedAt": "Last changed first",
  updatedAt: "First changed first",
}
