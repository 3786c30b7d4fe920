import { isScannerSet, isScannerThere } from "@/lib/platform/scanner/clamd"
import { env } from "@/lib/runtime/env"
import { type Check, Wrong } from "./check"

export const scanner: Check = {
  name: "Virus scanner",
  async look() {
    if (!isScannerSet()) return "files are not scanned, as CLAMD_HOST is missing"
    const { CLAMD_HOST, CLAMD_PORT } = env()
    if (!(await isScannerThere())) throw new Wrong(`clamd does not respond at ${CLAMD_HOST}:${CLAMD_PORT}`)
    return `clamd at ${CLAMD_HOST}:${CLAMD_PORT} responds`
  },
}
