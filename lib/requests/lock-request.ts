import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { changedMeanwhile } from "@/lib/model/errors"

/** The request's row, held to the end of the transaction so that nobody decides on the same state twice. */
export async function lockRequest(tx: Tx, id: string) {
  const [request] = await tx.select().from(serviceRequests).where(eq(serviceRequests.id, id)).for("update")
  return request
}

/** Throws `conflict` when the request has changed since the caller saw it. */
export function checkVersion(request: { version: number }, seen: number): void {
  if (request.version !== seen) throw changedMeanwhile("This request")
}
