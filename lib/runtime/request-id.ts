import { AsyncLocalStorage } from "node:async_hooks"

/** On globalThis, because Next loads instrumentation and routes as separate copies of this module. */
const shared: { gasRequestId?: AsyncLocalStorage<string> } & typeof globalThis = globalThis

shared.gasRequestId ??= new AsyncLocalStorage()
const storage = shared.gasRequestId

/** The form of a request id. It is strict, because ids go into logs, mail headers, jobs and SQL. */
export const REQUEST_ID = /^[\w-]{8,64}$/

/** The id of the request under way, or of the one that the job under way followed from; nothing outside of both. */
export const currentRequestId = (): string | undefined => storage.getStore()

/** Makes this the request under way for everything that follows in this asynchronous context. */
export const enterRequest = (id: string): void => storage.enterWith(id)

/** Runs work with this as the request under way, or with none. */
export const forRequest = <T>(id: string | undefined, work: () => T): T =>
  id === undefined ? storage.exit(work) : storage.run(id, work)
