import { createReadStream, createWriteStream } from "node:fs"
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"

/**
 * Streams and nothing else, as a process of its own: what is put to `/disk/<name>` is written to a folder and synced, what
 * is put to `/s3/<n>` goes on to a store by an address that was signed before, and what is asked for comes back the same
 * way. Nobody is asked who they are, and nothing is checked.
 */
const [folder = "", given = "[]"] = process.argv.slice(2)
const addresses = JSON.parse(given) as { put: string; get: string }[]
const agent = new Agent({ keepAlive: true })

const server = createServer((asked, answer) => {
  const [, home, name = ""] = (asked.url ?? "").split("/")
  const stream = home === "s3" ? throughStore : throughDisk
  stream(asked, answer, name).catch((reason) => answer.destroy(reason))
})

async function throughDisk(asked: IncomingMessage, answer: ServerResponse, name: string): Promise<void> {
  const path = join(folder, name)
  if (asked.method === "GET") return pipeline(createReadStream(path), answer)
  await pipeline(asked, createWriteStream(path, { flush: true }))
  answer.end()
}

async function throughStore(asked: IncomingMessage, answer: ServerResponse, name: string): Promise<void> {
  const address = addresses[Number(name)]
  const method = asked.method === "GET" ? "GET" : "PUT"
  const { "content-length": length, "content-type": type } = asked.headers
  const headers = method === "PUT" ? { "content-length": length, "content-type": type } : {}
  const asking = request((method === "PUT" ? address?.put : address?.get) ?? "", { method, headers, agent })
  const answered = new Promise<IncomingMessage>((resolve, reject) => asking.on("response", resolve).on("error", reject))
  await pipeline(asked, asking)
  const content = await answered
  answer.statusCode = content.statusCode ?? 502
  await pipeline(content, answer)
}

server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port))
