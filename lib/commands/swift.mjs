import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

/** Debian's packages have it for this one, whichever else comes first in PATH. */
export const PYTHON = "/usr/bin/python3"
const PACKAGES = ["swift-proxy", "swift-account", "swift-container", "swift-object", "python3-swift"]
const QUIET = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }

/** Whether OpenStack Swift, a store that speaks S3 and checks signatures, is on this machine. */
export const hasSwift = () =>
  spawnSync(PYTHON, ["-c", "import swift.common.middleware.s3api, swift.obj.mem_server"], QUIET).status === 0

/** Installs it where it is missing and this is root on a Debian. Without it, the tests that need it say so and fail. */
export function ensureSwift() {
  if (hasSwift() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  console.log("Installing OpenStack Swift …")
  spawnSync("apt-get", ["update", "-qq"], QUIET)
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], QUIET)
}
