import { readFileSync } from "node:fs"
import { processesBelow } from "./app"

/** What the processes of an app hold in memory, in kB. */
export const memoryOf = (pid: number): number =>
  [pid, ...processesBelow(pid)].reduce((sum, it) => sum + residentOf(it), 0)

function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0)
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
