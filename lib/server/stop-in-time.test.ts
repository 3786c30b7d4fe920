import { once } from "node:events"
import { createServer } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { expect, test } from "vitest"
import { waitForRequests } from "./stop-in-time"

const ASK = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

test("whoever has connected when a server closes is still answered, and whoever asks nothing is let go", async () => {
  const server = createServer((_request, response) => response.end("answered")).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const arrived = once(server, "connection")
  const connected = connect(port, "127.0.0.1")
  await arrived
  // The kernel has taken these two; the server has not, until the next turn of its loop.
  const waiting = connect(port, "127.0.0.1")
  const silent = connect(port, "127.0.0.1").on("error", () => undefined)

  waitForRequests(server)
  const closed = once(server, "close")
  server.close()
  await Promise.all([waiting, silent].map((socket) => once(socket, "connect")))
  for (const socket of [connected, waiting]) {
    socket.write(ASK)
    const [answer] = (await once(socket, "data")) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /)
  }

  // As `stopInTime` does again and again.
  const looking = setInterval(() => server.closeIdleConnections(), 20)
  await closed
  clearInterval(looking)
  await expect(once(connect(port, "127.0.0.1"), "connect")).rejects.toThrow("ECONNREFUSED")
})
