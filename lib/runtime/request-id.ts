import { AsyncLocalStorage } from "node:async_hooks"

/** Instrumentation and routes are separate module graphs and share what is under way. */
const shared: { gasRequestId?: AsyncLocalStorage<string> } & typeof globalThis = globalThis

shared.gasRequestId ??= new AsyncLocalStorage()
const storage = shared.gasRequestId

/** What may be one: it stands in logs, in headers of mails, in jobs and in the names of transactions. */
export const REQUEST_ID = /^[\w-]{8,64}$/

/** The id of the request that this is done for, also by a job that followed from it; nothing when it is done for none. */
export const currentRequestId = (): string | undefined => storage.getStore()

/** From here on everything that follows is done for this request. */
export const enterRequest = (id: string): void => storage.enterWith(id)

/** Does this for another request than the one under way, or for none. */
export const forRequest = <T>(id: string | undefined, work: () => T): T =>
  id === undefined ? storage.exit(work) : storage.run(id, work)
