import { cache } from "react"
import { z } from "zod"
import { readAbout } from "@/app/read-about"
import { load } from "@/lib/http/load"
import { seeOther } from "@/lib/http/see-other"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { ServiceRequest } from "@/lib/requests/contract"
import { findDeleted } from "@/lib/requests/find-deleted"
import { getRequest } from "@/lib/requests/get-request"
import { requestOperations } from "@/lib/requests/operations"

const Found = z.object({ request: ServiceRequest.optional(), deleted: z.string().optional() })

const find = load({ ...requestOperations.getRequest, output: Found }, async (actor: Actor, which: { id: string }) => {
  try {
    return { request: await getRequest(actor, which) }
  } catch (thrown) {
    const missing = thrown instanceof AppError && thrown.code === "not_found"
    const deleted = missing ? await findDeleted(actor, which.id) : undefined
    if (!deleted) throw thrown
    return { deleted }
  }
})

/** Read once, for the page's title and for the page. Who comes back to what they have deleted is told so. */
export const requestWith = cache(async (id: string) => {
  const { request, deleted } = await find({ id })
  if (request) await readAbout(id)
  return request ?? seeOther(`/requests?deleted=${encodeURIComponent(deleted ?? "")}`)
})
