import { CATEGORY_IDS, type Category, categoryFacts, type Priority } from "@/lib/model/category"
import type { Hazard } from "@/lib/model/hazard"

/** A smell of gas is work for those who know leaks, also when somebody wrote of it in a billing query. */
export function requiredSkill(
  category: Category,
  { priority, hazard }: { priority: Priority; hazard?: Hazard },
): Category {
  const dangerous = CATEGORY_IDS.find((id) => hazard !== undefined && categoryFacts(id).hazard === hazard)
  return priority === "emergency" ? (dangerous ?? category) : category
}
