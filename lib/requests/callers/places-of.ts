import { and, desc, eq, isNotNull, isNull } from "drizzle-orm"
import { reading } from "@/db/client"
import { customerPremises, premisesRecords } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import type { Premises } from "@/lib/model/premises"
import { premisesKey } from "@/lib/model/premises-key"
import type { CallerPlace } from "./contract"

const MOST_HOMES = 20
const LATEST_REQUESTS = 20
/** More is no choice. */
const MOST_PLACES = 6

/** Where a customer lives or lived when they wrote to us last: their profile's address, their other homes, then those of requests. */
export async function placesOf({ id, premises }: { id: string; premises: Premises | null }): Promise<CallerPlace[]> {
  const homes = await reading
    .select({
      line1: premisesRecords.line1,
      line2: premisesRecords.line2,
      town: premisesRecords.town,
      postcode: premisesRecords.postcode,
      mprn: premisesRecords.mprn,
    })
    .from(customerPremises)
    .innerJoin(premisesRecords, eq(premisesRecords.id, customerPremises.premisesId))
    .where(and(eq(customerPremises.customerId, id), isNull(customerPremises.until)))
    .orderBy(customerPremises.id)
    .limit(MOST_HOMES)
  const requests = await reading
    .select({ premises: serviceRequests.premises })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.customerId, id), isNotNull(serviceRequests.premisesId)))
    .orderBy(desc(serviceRequests.id))
    .limit(LATEST_REQUESTS)
  const all = [...(premises ? [premises] : []), ...homes.map(withoutNulls), ...requests.map((it) => it.premises)]
  const places = new Map<string, Premises>()
  for (const place of all) {
    const name = premisesKey(place)
    if (name !== undefined && !places.has(name)) places.set(name, place)
  }
  return [...places].slice(0, MOST_PLACES).map(([name, it]) => ({ name, premises: it }))
}

type Home = Pick<Premises, "line1" | "town" | "postcode"> & { line2: string | null; mprn: string | null }

const withoutNulls = ({ line2, mprn, ...home }: Home): Premises => ({
  ...home,
  ...(line2 !== null && { line2 }),
  ...(mprn !== null && { mprn }),
})
