import { createHash, timingSafeEqual } from "node:crypto"
import { registry } from "@/lib/platform/metrics/registry"
import { env } from "@/lib/runtime/env"
import { refreshDatabaseMetrics } from "./refresh-database-metrics"

const digest = (text: string) => createHash("sha256").update(text).digest()

/** Compares the token in constant time. */
const brings = (header: string | null | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`))

/** All metrics in the text format of Prometheus; 401 when a token is required and the Authorization header lacks it. */
export async function answerMetrics(authorization: string | null | undefined, token?: string): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  if (token && !brings(authorization, token))
    return new Response(null, { status: 401, headers: { ...headers, "www-authenticate": "Bearer" } })
  // Then somebody is at work on the database.
  if (env().MAINTENANCE !== "1") await refreshDatabaseMetrics()
  return new Response(await registry.metrics(), { headers: { ...headers, "content-type": registry.contentType } })
}
