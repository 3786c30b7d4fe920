import { ServerResponse } from "node:http"
import { BODY_LENGTH } from "@/lib/http/body-length"

/**
 * Next leaves the length of what a route handler answers out. Whoever saves a file would not know how much is left of it, nor
 * that its end is missing: a handler names the length in a header of its own, which becomes the real one here.
 */
export function keepLengths(): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: Parameters<typeof writeHead>) {
    const bytes = this.getHeader(BODY_LENGTH)
    if (bytes !== undefined) {
      this.removeHeader(BODY_LENGTH)
      if (!this.hasHeader("content-encoding")) this.setHeader("content-length", String(bytes))
    }
    return writeHead.apply(this, args)
  } as typeof writeHead
}
