import { eq } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import type { Actor } from "@/lib/model/actor"
import { may, type Resource } from "@/lib/model/policy"
import type { Needs } from "./contract"

const NONE: Needs = {
  needs: [],
  language: null,
  visitPassword: null,
  toldAt: null,
  mayContact: null,
  mayContactAt: null,
  version: 1,
}

/**
 * The needs of a customer, for those who have been authorized to read them. The password for visits is left out unless the
 * actor may read that as well.
 */
export async function readNeeds(on: Executor, actor: Actor, of: Resource & { customerId: string }): Promise<Needs> {
  const [row] = await on.select(NEEDS_READ).from(customerCare).where(eq(customerCare.customerId, of.customerId))
  return needsFor(actor, of, row)
}

/** What a reader of needs reads. */
export const NEEDS_READ = {
  needs: customerCare.needs,
  language: customerCare.language,
  visitPassword: customerCare.visitPassword,
  toldAt: customerCare.toldAt,
  mayContact: customerCare.mayContact,
  mayContactAt: customerCare.mayContactAt,
  version: customerCare.version,
}

/** What was read of somebody's needs, as the actor may see it. */
export function needsFor(actor: Actor, of: Resource, row: Needs | null | undefined): Needs {
  if (!row) return NONE
  return may(actor, "visit-password.read", of) ? row : { ...row, visitPassword: null }
}
