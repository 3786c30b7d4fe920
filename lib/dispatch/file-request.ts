import { v7 } from "uuid"
import { callUnderWay } from "@/db/call-under-way"
import { isDuplicate } from "@/db/errors"
import type { Actor } from "@/lib/model/actor"
import { may, permit } from "@/lib/model/policy"
import { channelOf } from "@/lib/requests/channel-of"
import type { Filing, RequestToFile } from "@/lib/requests/contract"
import { customerOf } from "@/lib/requests/filing-customer"
import { findRequest, readRequest } from "@/lib/requests/get-request"
import { newReference } from "@/lib/requests/reference"
import { urgencyOf } from "@/lib/requests/urgency"
import { currentRequestId } from "@/lib/runtime/request-id"
import { checkFollowedUp } from "./check-followed-up"
import { reporterId } from "./emergency-reports/reporter"
import { externalConflict } from "./external-conflict"
import { fileInBatches } from "./file-in-batches"
import type { Source } from "./file-sql"

/**
 * Files a request and returns it. It is assigned at once if a candidate is eligible and its customer's email address is
 * confirmed, which does not matter if somebody else files it for them; an emergency is offered to somebody in any case,
 * and staff need not know whose it is. With a `source` it is filed only if the source can be
 * claimed, in the same transaction.
 * @throws AppError `forbidden` when the actor may not file, `invalid` for a customer they may not file for or an earlier request that cannot be followed up, `not_found`
 * when the source is gone, `conflict` when they have sent one with this external reference, `too_many_requests` when they have sent too many in an hour that are no emergencies.
 */
export async function fileRequest(
  actor: Actor,
  { customerId: named, externalReference, followUpOf, ...input }: Filing,
  source?: Source,
) {
  permit(actor, may(actor, "request.take") ? "request.take" : "request.file")
  const isNobodys = named === undefined && !actor.key && may(actor, "request.take") && isEmergencyByPhone(input)
  const customerId = isNobodys ? await reporterId() : await customerOf(actor, named)
  const call = callUnderWay()
  const id = call?.resourceId ?? v7()
  const filed = call?.isRepeated ? await findRequest(id) : undefined
  if (filed) return filed
  if (followUpOf) await checkFollowedUp(followUpOf, customerId)
  const cameBy = currentRequestId()
  const channel = channelOf(actor, customerId)
  const request = {
    actor,
    id,
    input,
    externalReference,
    followUpOf,
    urgency: urgencyOf(input, channel),
    customerId,
    channel,
    cameBy,
    source,
  }
  await withReference((reference) => fileInBatches({ ...request, reference })).catch(async (thrown) => {
    // An earlier try of the same call has filed it meanwhile.
    if (call && isDuplicate(thrown, "service_requests_pkey")) return
    const reason = await externalConflict(thrown, actor, request)
    if (reason) throw reason
  })
  return readRequest(id)
}

const isEmergencyByPhone = (input: RequestToFile) => urgencyOf(input, "phone").priority === "emergency"

/** References are drawn at random; one that is taken is drawn again. */
async function withReference(work: (reference: string) => Promise<void>): Promise<void> {
  try {
    await work(newReference())
  } catch (thrown) {
    if (!isDuplicate(thrown, "service_requests_reference_unique")) throw thrown
    await withReference(work)
  }
}
