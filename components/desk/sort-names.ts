import type { RequestSort } from "@/lib/requests/contract"

/** The orders that a list can have, as people choose them. */
export const SORT_NAMES: Record<RequestSort, string> = {
  due: "Due first",
  priority: "Most urgent first",
  "-createdAt": "Newest first",
  createdAt: "Oldest first",
  "-updatedAt": "Last changed first",
  updatedAt: "First changed first",
}
