import { hostname } from "node:os"
import { currentRequestId } from "@/lib/runtime/request-id"

const APP = "gas-utility"
/** PostgreSQL cuts what is longer. */
const MOST = 63

/** Instrumentation and routes are separate module graphs and are one process. */
const shared: { gasProcessRole?: string } & typeof globalThis = globalThis

/** What this process is for, such as `web`: its connections are told apart by it in `pg_stat_activity`. */
export const nameProcess = (role: "web" | "worker"): void => {
  shared.gasProcessRole = role
}

/** What a connection of this process is called, such as `gas-utility web 71@host-a`. */
export const applicationName = (): string =>
  `${APP} ${shared.gasProcessRole ?? "command"} ${process.pid}@${hostname()}`.slice(0, MOST)

/** What opens a transaction, with the name of the request that it is for: whoever sees it hang knows which one it was. */
export function named(begin: string): string {
  const id = currentRequestId()
  // An id is letters, digits, `_` and `-` only.
  return id === undefined ? begin : `${begin}; set local application_name = '${`${APP} ${id}`.slice(0, MOST)}'`
}
