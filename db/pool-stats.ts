/** What a pool is doing, and what it has done since the process began. */
export interface PoolStats {
  inUse: number
  idle: number
  waiting: number
  /** How often somebody waited for a connection, and for how many seconds in all. */
  waited: number
  waitedSeconds: number
  /** How many were refused because every connection was busy for too long. */
  refused: number
  lost: number
}

export const UNUSED: PoolStats = { inUse: 0, idle: 0, waiting: 0, waited: 0, waitedSeconds: 0, refused: 0, lost: 0 }
