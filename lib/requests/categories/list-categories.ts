import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { env } from "@/lib/runtime/env"

export async function listCategories() {
  const items = CATEGORY_IDS.map((id) => ({ id, hazard: null, ...categoryFacts(id) }))
  return { emergencyPhone: env().EMERGENCY_PHONE, items }
}
