import { v7 } from "uuid"
import { isDuplicate } from "@/db/errors"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { Filing } from "@/lib/requests/contract"
import { customerOf } from "@/lib/requests/filing-customer"
import { readRequest } from "@/lib/requests/get-request"
import { newReference } from "@/lib/requests/reference"
import { urgencyOf } from "@/lib/requests/urgency"
import { fileTogether } from "./file-together"

export async function fileRequest(actor: Actor, { customerId: named, ...input }: Filing) {
  permit(actor, "request.file")
  const customerId = await customerOf(actor, named)
  const id = v7()
  const urgency = urgencyOf(input)
  await withReference((reference) => fileTogether({ actor, id, reference, input, urgency, customerId }))
  return readRequest(id)
}

/** References are drawn at random; one that is taken is drawn again. */
export async function withReference<T>(work: (reference: string) => Promise<T>): Promise<T> {
  try {
    return await work(newReference())
  } catch (thrown) {
    if (isDuplicate(thrown, "service_requests_reference_unique")) return withReference(work)
    throw thrown
  }
}
