import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { env } from "@/lib/runtime/env"

/** Every category with its usual priority and hazard, and the emergency number. Open to everybody. */
export async function listCategories() {
  const items = CATEGORY_IDS.map((id) => ({ id, hazard: null, ...categoryFacts(id) }))
  return { emergencyPhone: env().EMERGENCY_PHONE, items }
}
