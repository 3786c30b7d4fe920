import { answerMetrics } from "@/lib/oversight/metrics/answer-metrics"
import { env } from "@/lib/runtime/env"

export const dynamic = "force-dynamic"

/** Metrics for Prometheus with the token. Without a configured token, the public port serves none. */
export async function GET(request: Request) {
  const { METRICS_TOKEN: token } = env()
  return token ? answerMetrics(request.headers.get("authorization"), token) : new Response(null, { status: 404 })
}
