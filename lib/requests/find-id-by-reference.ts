import { eq, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { serviceRequests } from "@/db/schema/requests"
import { readReference } from "./reference"

const byReference = prepared((db) =>
  db
    .select({ id: serviceRequests.id })
    .from(serviceRequests)
    .where(eq(serviceRequests.reference, sql.placeholder("reference"))),
)

/**
 * The id of the request with this reference, however it is spelt; undefined when there is none, or when the text is no
 * reference. It tells nothing of who may see the request.
 */
export async function findIdByReference(text: string): Promise<string | undefined> {
  const reference = /^gr/i.test(text) ? readReference(text) : undefined
  if (!reference) return undefined
  const [found] = await byReference.execute({ reference })
  return found?.id
}
