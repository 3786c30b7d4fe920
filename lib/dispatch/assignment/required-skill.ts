import { CATEGORY_IDS, type Category, categoryFacts, type Priority } from "@/lib/model/category"
import type { Hazard } from "@/lib/model/hazard"

/**
 * The category of which a request requires the skill. It is the request's own, except in an emergency that its words
 * told of: a smell of gas in a billing query requires the skill for leaks.
 */
export function requiredSkill(
  category: Category,
  { priority, hazard }: { priority: Priority; hazard?: Hazard },
): Category {
  const dangerous = CATEGORY_IDS.find((id) => hazard !== undefined && categoryFacts(id).hazard === hazard)
  return priority === "emergency" ? (dangerous ?? category) : category
}
