import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

export const CLAMD = "/usr/sbin/clamd"
const QUIET = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }

/** Whether ClamAV's daemon is on this machine. */
export const hasClamd = () => existsSync(CLAMD)

/** Installs it where it is missing and this is root on a Debian. Without it, the tests that need it say so and fail. */
export function ensureClamd() {
  if (hasClamd() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  console.log("Installing ClamAV …")
  spawnSync("apt-get", ["update", "-qq"], QUIET)
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "clamav-daemon"], QUIET)
}
