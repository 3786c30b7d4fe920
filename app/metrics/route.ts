import { answerMetrics } from "@/lib/oversight/metrics/answer-metrics"
import { env } from "@/lib/runtime/env"

export const dynamic = "force-dynamic"

/** What Prometheus reads, for those with the token. Without one nothing is served where everybody comes. */
export async function GET(request: Request) {
  const { METRICS_TOKEN: token } = env()
  return token ? answerMetrics(request.headers.get("authorization"), token) : new Response(null, { status: 404 })
}
