import { type SQL, sql } from "drizzle-orm"
import type { Job } from "graphile-worker"
import { currentRequestId, forRequest, REQUEST_ID } from "@/lib/runtime/request-id"

const PREFIX = "request:"

/** The `flags` of a job that follows from the request under way, so that what it does can be traced to it. */
export function ofThisRequest(): SQL {
  const id = currentRequestId()
  return sql`${id ? `{${PREFIX}${id}}` : null}::text[]`
}

/** The id of the request that a job follows from; nothing when it follows from none. */
export function requestIdOfJob({ flags }: Pick<Job, "flags">): string | undefined {
  const flag = Object.keys(flags ?? {}).find((it) => it.startsWith(PREFIX))
  const id = flag?.slice(PREFIX.length)
  return id !== undefined && REQUEST_ID.test(id) ? id : undefined
}

/** Does a job for the request that it follows from. */
export const forRequestOf = <T>(job: Pick<Job, "flags">, work: () => T): T => forRequest(requestIdOfJob(job), work)
