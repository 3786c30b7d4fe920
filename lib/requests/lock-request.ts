import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { changedMeanwhile } from "@/lib/model/errors"

/** The request's row, locked to the end of the transaction so that no two verbs decide on the same state. */
export async function lockRequest(tx: Tx, id: string) {
  const [request] = await tx.select().from(serviceRequests).where(eq(serviceRequests.id, id)).for("update")
  return request
}

/**
 * Compares the version that the caller saw.
 * @throws AppError `conflict` when the request has changed since.
 */
export function checkVersion(request: { version: number }, seen: number): void {
  if (request.version !== seen) throw changedMeanwhile("This request")
}
