import { AsyncLocalStorage } from "node:async_hooks"
import type { SQL } from "drizzle-orm"

/** A call that is to be done once, however often it is sent. */
export interface CallUnderWay {
  /** The ID of what the call makes, chosen before it began: a call that is repeated after a crash finds it by this. */
  resourceId: string
  /** Whether an earlier try was broken off, perhaps after it had committed. */
  isRepeated: boolean
  /**
   * Writes down, in the transaction that does what was called for, that it is done and how it is answered.
   * @throws AppError `conflict` when another process has done it meanwhile; the transaction must then be rolled back
   */
  keep: (tx: { execute: (query: SQL) => PromiseLike<ArrayLike<unknown>> }, result: unknown) => Promise<void>
}

/** On globalThis, because Next may load several copies of this module. */
const shared: { gasCallUnderWay?: AsyncLocalStorage<CallUnderWay> } & typeof globalThis = globalThis

shared.gasCallUnderWay ??= new AsyncLocalStorage()
const storage = shared.gasCallUnderWay

/** The call that is to be done once, if the one under way is such. */
export const callUnderWay = (): CallUnderWay | undefined => storage.getStore()

/** Runs the work of a call that is to be done once. */
export const duringCall = <T>(call: CallUnderWay, work: () => T): T => storage.run(call, work)

/** Runs work that is no call's own, such as that of several calls together, or what follows a call. */
export const outsideCalls = <T>(work: () => T): T => storage.exit(work)
