import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { answerMetrics } from "./answer-metrics"

/** Serves `/metrics` on a port of its own, if there is one. A port in use is told and changes nothing else. */
export function serveMetrics(): void {
  const { METRICS_PORT: port, HOST: host = "127.0.0.1" } = env()
  if (port === undefined) return
  const server = createServer((request, response) => void answer(request, response))
  server.on("error", (err) => log.error({ err }, "metrics are not served on their own port"))
  server.listen(port, host, () => log.info({ port }, "metrics are served on their own port"))
  server.unref()
}

async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (method !== "GET" || url?.split("?")[0] !== "/metrics") return void response.writeHead(404).end()
  try {
    const made = await answerMetrics(headers.authorization, env().METRICS_TOKEN)
    response.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text())
  } catch (err) {
    log.error({ err }, "the metrics could not be written")
    response.writeHead(500).end()
  }
}
