import { Counter, Histogram } from "prom-client"
import type { Answered } from "@/lib/runtime/access-log"
import { metric } from "./registry"

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

const requests = metric(
  "gas_http_requests_total",
  (common) => new Counter({ ...common, help: "Requests answered", labelNames: ["method", "route", "status"] }),
)

const durations = metric(
  "gas_http_request_duration_seconds",
  (common) =>
    new Histogram({
      ...common,
      help: "From the headers of a request to the end of its answer",
      labelNames: ["method", "route"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
)

/** Counts an answered request. Labels have few values whatever clients send: each value is a time series. */
export function countRequest({ method: asked, route, status, ms }: Answered): void {
  const method = METHODS.has(asked) ? asked : "other"
  requests.inc({ method, route, status })
  durations.observe({ method, route }, ms / 1000)
}
