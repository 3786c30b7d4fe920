import { readFileSync } from "node:fs"
import { processesBelow } from "./drills/app"

/** Of Linux, on every machine that this runs on. */
const TICKS_PER_SECOND = 100

/** Milliseconds that a process and those it has started have computed so far, as Linux counts them. */
export function cpuMilliseconds(pid: number): number {
  const ticks = [pid, ...processesBelow(pid)].map((one) => {
    // After the name, which may hold spaces: state is the third field, user and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${one}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
    return Number(fields[11]) + Number(fields[12])
  })
  return (ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND) * 1000
}
