import { once } from "node:events"
import { Agent, type IncomingMessage, request } from "node:http"

export interface Heard {
  /** Everything that has been told so far. */
  text: () => string
  close: () => void
}

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

/** Opens a stream of changes, and comes back once it has said that it is ready. */
export async function listen(address: string, headers: Record<string, string>): Promise<Heard> {
  const asked = request(`${address}/api/v1/events`, { agent, headers })
  asked.end()
  const [answer] = (await once(asked, "response")) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`A stream was answered by ${answer.statusCode}.`)
  const parts: Buffer[] = []
  answer.on("data", (part) => parts.push(part))
  answer.on("error", () => undefined)
  asked.on("error", () => undefined)
  await once(answer, "data")
  return { text: () => Buffer.concat(parts).toString(), close: () => asked.destroy() }
}
