import { env } from "@/lib/env"
import { CATEGORY_IDS, categoryFacts } from "./category"

export async function listCategories() {
  const items = CATEGORY_IDS.map((id) => ({ id, hazard: null, ...categoryFacts(id) }))
  return { emergencyPhone: env().EMERGENCY_PHONE, items }
}
