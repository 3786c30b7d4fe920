/** How a pool is used now, and totals since the process began. */
export interface PoolStats {
  inUse: number
  idle: number
  waiting: number
  /** How often a caller waited for a connection, and for how many seconds in all. */
  waited: number
  waitedSeconds: number
  /** How many callers were refused because every connection was busy for too long. */
  refused: number
  lost: number
}

/** The figures of a pool that was never opened. */
export const UNUSED: PoolStats = { inUse: 0, idle: 0, waiting: 0, waited: 0, waitedSeconds: 0, refused: 0, lost: 0 }
