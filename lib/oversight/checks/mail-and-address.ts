import { once } from "node:events"
import { isIP } from "node:net"
import { connect } from "node:tls"
import { reachMailServer } from "@/lib/platform/mail/test-server"
import { env } from "@/lib/runtime/env"
import { type Check, Wrong } from "./check"

const DAY = 86_400_000
const LEAST_DAYS = 14
const PATIENCE = 5000

export const mail: Check = {
  name: "Mail",
  async look() {
    const { SMTP_URL, isProduction } = env()
    if (!SMTP_URL && isProduction) throw new Wrong("SMTP_URL is missing: mail waits in the queue")
    if (!SMTP_URL) return "shown in the app, as SMTP_URL is missing"
    await reachMailServer()
    return `${new URL(SMTP_URL).host} accepts our mail`
  },
}

/** The public address of the app: mailed links lead to it, and it decides whether cookies are limited to TLS. */
export const addressCheck: Check = {
  name: "Address",
  async look() {
    const { APP_URL } = env()
    const { protocol, hostname, port } = new URL(APP_URL)
    if (protocol === "http:") return `${APP_URL}, without TLS`
    const days = Math.floor(((await endOfCertificate(hostname, Number(port || 443))) - Date.now()) / DAY)
    if (days < LEAST_DAYS) throw new Wrong(`the certificate of ${hostname} expires in ${days} days: renew it`)
    return `${APP_URL}, with a certificate valid for ${days} more days`
  },
}

async function endOfCertificate(host: string, port: number): Promise<number> {
  const socket = connect({ host, port, ...(isIP(host) ? {} : { servername: host }), timeout: PATIENCE })
  socket.once("timeout", () => socket.destroy(new Wrong(`${host}:${port} does not respond within 5 seconds`)))
  try {
    await once(socket, "secureConnect")
    return Date.parse(socket.getPeerCertificate().valid_to)
  } finally {
    socket.destroy()
  }
}
