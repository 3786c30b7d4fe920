/** More would shorten or lengthen signed addresses noticeably, and stores refuse requests that are some minutes off. */
const MOST = 60_000

let apart = 0

/** Compares the time that an answer of the store names with this machine's. */
export function noteClock(date: string | undefined): void {
  const told = Date.parse(date ?? "")
  if (!Number.isNaN(told)) apart = told - Date.now()
}

/** Explains to an operator that the clocks of the store and of this machine differ, as the last answer has shown. */
export function clockProblem(): string | undefined {
  if (Math.abs(apart) < MOST) return undefined
  const minutes = Math.round(Math.abs(apart) / MOST)
  const by = `${minutes} ${minutes === 1 ? "minute" : "minutes"} ${apart > 0 ? "ahead of" : "behind"}`
  return `The clock of the S3 store is ${by} this machine's. Signed addresses end too early or too late, and the store may refuse requests. Set both clocks by NTP.`
}
