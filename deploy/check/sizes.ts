import { once } from "node:events"
import { createServer } from "node:http"
import { ask } from "./ask"

const MEGABYTE = 1_000_000

/** What each door takes, in megabytes, and what is too much for it. */
const DOORS = [
  { path: "/sign-in", takes: 1, refuses: 3 },
  { path: "/api/v1/requests/1/messages", takes: 1, refuses: 3 },
  { path: "/api/v1/attachments/uploads", takes: 1, refuses: 3 },
  { path: "/api/v1/inbound-mails", takes: 25, refuses: 28 },
  { path: "/api/v1/requests/1/attachments", takes: 30 },
  { path: "/uploads/requests/1", takes: 30 },
  { path: "/uploads/incoming/1?expires=1", takes: 30 },
]

/**
 * Stands in for the app behind the same nginx, and takes whatever arrives: files come in where files belong, with what the
 * app needs to know of their sender, and nothing large elsewhere.
 */
export async function checkSizes(port: number, origin: string, certificate: string): Promise<void> {
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const { "x-forwarded-for": from, "x-forwarded-proto": scheme } = request.headers
    response.writeHead(from === "127.0.0.1" && scheme === "https" ? 204 : 400).end()
  }).listen(port, "127.0.0.1")
  await once(server, "listening")
  const send = async (path: string, megabytes: number) =>
    (await ask(`${origin}${path}`, certificate, { body: "a".repeat(megabytes * MEGABYTE) })).status
  try {
    for (const { path, takes, refuses } of DOORS) {
      const taken = await send(path, takes)
      if (taken !== 204) throw new Error(`${takes} MB to ${path}: ${taken}`)
      const refused = refuses && (await send(path, refuses).catch(() => 413))
      if (refuses && refused !== 413) throw new Error(`${refuses} MB to ${path}: ${refused}`)
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
