import type { StaffMember } from "@/lib/dispatch/staff/contract"
import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { load } from "@/lib/http/load"

const loadStaff = load(staffOperations.listStaff, listStaff)

/** The whole staff, or those in one state, by name. */
export async function loadWholeStaff(state?: "active"): Promise<StaffMember[]> {
  const found: StaffMember[] = []
  let after: string | undefined
  do {
    const { items, next } = await loadStaff({ state, limit: "100", after })
    found.push(...items)
    after = next ?? undefined
  } while (after)
  return found
}
