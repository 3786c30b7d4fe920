import { createHash, timingSafeEqual } from "node:crypto"
import { registry } from "@/lib/platform/metrics/registry"
import { env } from "@/lib/runtime/env"
import { readDatabase } from "./refresh-database-metrics"

const digest = (text: string) => createHash("sha256").update(text).digest()

/** Takes as long for a wrong token as for the right one. */
const brings = (header: string | null | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`))

/** Every metric as Prometheus reads it, for an Authorization header that brings the token, if there is one. */
export async function answerMetrics(authorization: string | null | undefined, token?: string): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  if (token && !brings(authorization, token))
    return new Response(null, { status: 401, headers: { ...headers, "www-authenticate": "Bearer" } })
  // Then somebody is at work on the database.
  if (env().MAINTENANCE !== "1") await readDatabase()
  return new Response(await registry.metrics(), { headers: { ...headers, "content-type": registry.contentType } })
}
