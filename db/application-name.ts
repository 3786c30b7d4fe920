import { hostname } from "node:os"
import { currentRequestId } from "@/lib/runtime/request-id"

const APP = "gas-utility"
/** PostgreSQL cuts what is longer. */
const MOST = 63

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module. */
const shared: { gasProcessRole?: string } & typeof globalThis = globalThis

/** Sets what this process is for, which names its connections in `pg_stat_activity`. */
export const nameProcess = (role: "web" | "worker"): void => {
  shared.gasProcessRole = role
}

/** The name of this process's connections, such as `gas-utility web 71@host-a`. */
export const applicationName = (): string =>
  `${APP} ${shared.gasProcessRole ?? "command"} ${process.pid}@${hostname()}`.slice(0, MOST)

/**
 * Adds to the SQL that opens a transaction a name with the id of the request under way, so that an operator who sees it
 * hang in `pg_stat_activity` finds the request in the log.
 */
export function namedBegin(begin: string): string {
  const id = currentRequestId()
  // An id is letters, digits, `_` and `-` only.
  return id === undefined ? begin : `${begin}; set local application_name = '${`${APP} ${id}`.slice(0, MOST)}'`
}
