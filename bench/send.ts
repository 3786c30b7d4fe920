import { type Agent, type IncomingHttpHeaders, request as plainly } from "node:http"
import { request as securely } from "node:https"
import { Readable } from "node:stream"

export interface ToSend {
  method?: "GET" | "POST" | "PUT" | "DELETE"
  headers?: Record<string, string>
  body?: Buffer | string | Readable
  agent?: Agent
  /** The one certificate that is believed. */
  ca?: string
  /** Sees what comes back, instead of having all of it collected. */
  see?: (chunk: Buffer) => void
}

export interface Sent {
  status: number
  headers: IncomingHttpHeaders
  content: Buffer
}

/** Sends a request of any size, and rejects when there is no whole answer. */
export function send(url: string, { body, see, ...options }: ToSend): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = (url.startsWith("https:") ? securely : plainly)(url, options)
    sent.on("error", reject)
    sent.on("response", (response) => {
      const chunks: Buffer[] = []
      response.on("data", see ?? ((chunk: Buffer) => chunks.push(chunk)))
      response.on("error", reject)
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, content: Buffer.concat(chunks) })
      })
    })
    if (body instanceof Readable) body.on("error", (reason) => sent.destroy(reason)).pipe(sent)
    else sent.end(body)
  })
}
