import { type SQL, sql } from "drizzle-orm"
import type { Job } from "graphile-worker"
import { currentRequestId, forRequest, REQUEST_ID } from "@/lib/runtime/request-id"

const PREFIX = "request:"

/** The `flags` of a new job, which name the request under way, so that the job's log lines can be traced to it. */
export function requestFlagSql(): SQL {
  const id = currentRequestId()
  return sql`${id ? `{${PREFIX}${id}}` : null}::text[]`
}

/** Reads from a job's flags which request it follows from; nothing when it follows from none. */
export function requestIdOfJob({ flags }: Pick<Job, "flags">): string | undefined {
  const flag = Object.keys(flags ?? {}).find((it) => it.startsWith(PREFIX))
  const id = flag?.slice(PREFIX.length)
  return id !== undefined && REQUEST_ID.test(id) ? id : undefined
}

/** Runs a job with the request that it follows from as the request under way. */
export const runForRequestOf = <T>(job: Pick<Job, "flags">, work: () => T): T => forRequest(requestIdOfJob(job), work)
