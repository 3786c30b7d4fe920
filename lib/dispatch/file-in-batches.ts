import { inTwoSteps } from "@/db/client"
import { isUnavailable } from "@/db/errors"
import { drainQueue } from "@/lib/dispatch/assignment/assign-queue"
import { ASSIGNMENT_LOCK } from "@/lib/dispatch/assignment/lock"
import { snapshotQuery } from "@/lib/dispatch/assignment/snapshot"
import { keepPremisesSql } from "@/lib/identity/premises/keep-premises-sql"
import { AppError } from "@/lib/model/errors"
import { mustBeChecked } from "@/lib/requests/urgency"
import { inBatches } from "@/lib/runtime/in-batches"
import { log } from "@/lib/runtime/log"
import { fileSql, type NewRequest } from "./file-sql"
import { checkFilings, checkRefused, filedLatelySql, type Limited } from "./filing-limit"
import { OPEN_EMERGENCIES } from "./reports/open-emergencies"

const batches = () =>
  inBatches<NewRequest>({ work: fileTogether, isOnes: (reason) => !isUnavailable(reason), most: 32 })

const emergencies = batches()
const others = batches()

/**
 * Files a request; those that come while others are being filed share a lock and a commit. Emergencies have batches of
 * their own, so that they wait behind nothing else, and one that comes from a source is filed alone: it may have to wait
 * for its source, which is nobody else's business.
 * @throws AppError `not_found` when the source is gone, `too_many_requests` when its actor has sent too many that are no
 * emergencies; then nothing is filed.
 */
export async function fileInBatches(request: NewRequest): Promise<void> {
  if (!isEmergency(request)) checkRefused(limitedBy(request))
  if (request.source) return fileTogether([request])
  return isEmergency(request) ? emergencies(request) : others(request)
}

/** What may be a danger to somebody is refused only to those who send far more than anybody does. So is what staff take all day. */
const limitedBy = ({ actor, urgency, input, channel }: NewRequest): Limited => ({
  actor,
  isUrgent: mustBeChecked(urgency) || input.safetyCheck === "vulnerable" || channel === "phone",
})

const isEmergency = ({ urgency }: NewRequest): boolean => urgency.priority === "emergency"

/**
 * Files these requests in one transaction of two round trips, or none of them. Each is assigned to the best candidate,
 * counting what the ones before it added to the loads. Where a queue could take the same capacity they join it, and it
 * is assigned in its order at once.
 */
async function fileTogether(requests: readonly NewRequest[]): Promise<void> {
  const sources = requests.flatMap(({ source }) => source ?? [])
  const limited = requests.filter((request) => !isEmergency(request)).map(limitedBy)
  const { query, read } = snapshotQuery(
    requests.map(({ customerId }) => customerId),
    {
      ...(requests.some(isEmergency) && { reports: OPEN_EMERGENCIES }),
      ...(limited.length > 0 && { filed: filedLatelySql(limited) }),
    },
  )
  let joinsQueue = false
  await inTwoSteps([...sources.map(({ claim }) => claim), ASSIGNMENT_LOCK, query], (answers) => {
    if (sources.some((_, i) => answers[i]?.length !== 1))
      throw new AppError("not_found", "This request has already been sent or discarded.")
    const snapshot = read(answers.at(-1)?.[0])
    checkFilings(limited, snapshot.filed)
    joinsQueue = snapshot.hasQueue && !requests.every(isEmergency)
    const places = keepPremisesSql(requests.map(({ input }) => input.premises))
    return [...places, ...requests.flatMap((request) => fileSql(request, snapshot))]
  })
  if (joinsQueue) await drainQueue().catch(leaveToFollower)
}

/** The requests are filed, so filing does not fail: the job that follows the rosters assigns the queue within a minute. */
const leaveToFollower = (err: unknown): void => log.warn({ err }, "the queue could not be assigned; it is tried again")
