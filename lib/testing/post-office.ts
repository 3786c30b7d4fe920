import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

interface Delivered {
  to: string[]
  /** Where it comes back to when it cannot be delivered. */
  from: string
  /** Head and body as they came. */
  raw: string
  /** The body, decoded. */
  text: string
}

/** A real mail server that keeps what it is given, and refuses what it is told to refuse. */
export async function openPostOffice(port = 0) {
  const delivered: Delivered[] = []
  const refusals: { at: "recipient" | "data"; code: number }[] = []
  const takeRefusal = (at: "recipient" | "data", address: string) => {
    if (refusals[0]?.at !== at) return undefined
    const { code } = refusals.shift() ?? {}
    return Object.assign(new Error(`Nothing for <${address}> here`), { responseCode: code })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => done(takeRefusal("recipient", address)),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        const refusal = takeRefusal("data", to.join())
        const raw = Buffer.concat(chunks).toString()
        delivered.push(
          ...(refusal
            ? []
            : [{ to, from: envelope.mailFrom ? envelope.mailFrom.address : "", raw, text: bodyOf(raw) }]),
        )
        attempts.push(bodyOf(raw))
        done(refusal)
      })
    },
  })
  /** The text of every email received, accepted or refused. */
  const attempts: string[] = []
  // A client that goes away is no failure of the server.
  server.on("error", () => undefined)
  server.listen(port, "127.0.0.1")
  await once(server.server, "listening")
  return {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    attempts,
    refuseNext: (at: "recipient" | "data", code: number) => refusals.push({ at, code }),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** Undoes quoted-printable, which breaks long lines and so links. */
function bodyOf(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n")
  const body = rest.join("\r\n\r\n")
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}
