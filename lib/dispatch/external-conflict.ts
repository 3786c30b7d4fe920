import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { isDuplicate } from "@/db/errors"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { externalSourceOf } from "@/lib/requests/external-source"

/**
 * What a failure to file means when the filer has a request with this external reference already: a `conflict` that names
 * that request, unless it is the one that was to be filed. Any other failure is returned as it is.
 */
export async function externalConflict(
  thrown: unknown,
  actor: Actor,
  { id, externalReference }: { id: string; externalReference: string | undefined },
): Promise<unknown> {
  if (externalReference === undefined || !isDuplicate(thrown, "requests_by_external_reference")) return thrown
  const [found] = await db
    .select({ id: serviceRequests.id, reference: serviceRequests.reference })
    .from(serviceRequests)
    .where(
      and(
        eq(serviceRequests.externalSource, externalSourceOf(actor)),
        eq(serviceRequests.externalReference, externalReference),
      ),
    )
  if (found?.id === id) return undefined
  const which = found ? `: it is ${found.reference}` : ""
  return new AppError("conflict", `You have already sent a request with this external reference${which}.`, {
    request: found,
  })
}
