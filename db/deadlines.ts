const SWEEP = 250

export const OVERDUE = "The database did not answer in time."

/**
 * Calls `look` every 250 ms with the time, so that one timer watches all deadlines of a pool. A call that would be late is
 * left out: a process that was busy has answers waiting that it has not read yet, and reads them before the next.
 */
export function watchDeadlines(look: (now: number) => void): NodeJS.Timeout {
  let last = { at: performance.now(), late: false }
  const sweep = () => {
    const now = performance.now()
    last = { at: now, late: !last.late && now - last.at > 2 * SWEEP }
    if (!last.late) look(now)
  }
  return setInterval(sweep, SWEEP).unref()
}
