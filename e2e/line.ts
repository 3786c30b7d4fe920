import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { test as base } from "./visit"

export interface Line {
  /** The app, as it is reached by this line. */
  address: string
  /** Breaks every connection, and takes no new one until it is mended. */
  cut: () => void
  mend: () => void
}

/** A browser keeps what a shared worker asks for from tests, so that they cut the line itself. */
export const test = base.extend<{ line: Line }>({
  line: async ({ baseURL }, use) => {
    const { port } = new URL(baseURL ?? "")
    const open = new Set<Socket>()
    let isCut = false
    const server = createServer((near) => {
      if (isCut) return void near.destroy()
      const far = connect(Number(port), "localhost")
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(from)
        from.pipe(to)
        from.on("error", () => to.destroy())
        from.on("close", () => {
          open.delete(from)
          to.destroy()
        })
      }
    }).listen(0, "localhost")
    await once(server, "listening")
    const hangUp = () => {
      for (const socket of open) socket.destroy()
    }
    await use({
      address: `http://localhost:${(server.address() as AddressInfo).port}`,
      cut() {
        isCut = true
        hangUp()
      },
      mend() {
        isCut = false
      },
    })
    server.close()
    hangUp()
  },
})
