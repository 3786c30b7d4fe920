import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/** Calls `onGone` when npm, which started this process, was killed: then nobody passes signals on any more. */
export function followNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = lookAt(process.ppid)
  // npm may have put a shell between, which survives it.
  const npm = /(^|\/)(ba|da|z)?sh$/.test(parent.command) ? parent.parent : process.ppid
  setInterval(() => !isAlive(npm) && onGone(), 500).unref()
}

function lookAt(pid) {
  if (existsSync("/proc/self/stat")) {
    const [, command, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? []
    return { command, parent: Number(parent) }
  }
  const [, parent, command] =
    /(\d+) (.*)/.exec(execFileSync("ps", ["-o", "ppid=,comm=", "-p", pid], { encoding: "utf8" })) ?? []
  return { command, parent: Number(parent) }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
