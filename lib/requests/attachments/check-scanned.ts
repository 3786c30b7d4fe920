import type { Scan } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"

interface Scanned {
  name: string
  scan: Scan
}

/**
 * Keeps a file from everybody until it has been scanned, and when something was found. Its sender is no exception: what a key
 * or an email brought is kept as the customer's, who may never have seen it.
 * @throws AppError `conflict`
 */
export function checkScanned({ name, scan }: Scanned): void {
  if (scan === "found") throw new AppError("conflict", `“${name}” was removed: it contains something harmful.`)
  if (scan === "pending")
    throw new AppError("conflict", `“${name}” is being checked for viruses. Try again in a minute.`, {
      retryAfter: 60,
    })
}
