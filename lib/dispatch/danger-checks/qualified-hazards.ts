import type { Candidates } from "@/lib/dispatch/assignment/candidates"
import { categoryFacts } from "@/lib/model/category"
import type { Hazard } from "@/lib/model/hazard"

/** The hazards that at least one of these candidates is qualified for and on duty, wherever the request is. */
export const qualifiedHazards = (candidates: Candidates): Hazard[] =>
  candidates.spareCapacity("emergency").flatMap(({ category }) => categoryFacts(category).hazard ?? [])
