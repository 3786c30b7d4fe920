import { ERRORS } from "@/lib/model/errors"
import { toAppError } from "@/lib/platform/to-app-error"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"

/** Headers of every API answer: no caching, no content sniffing. */
export const API_HEADERS = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" }

/**
 * Any thrown value as `application/problem+json` (RFC 9457). Unexpected ones are logged, and the client is told only
 * the request id. What failed to be sent may have been an emergency, so the number to call is said where it was, and
 * whenever the service is away.
 */
export function problem(thrown: unknown, requestId: string, { urgent = false } = {}): Response {
  const expected = toAppError(thrown)
  if (!expected) log.error({ err: thrown, requestId }, "unexpected failure")
  const status = expected?.status ?? 500
  const headers = new Headers({ ...API_HEADERS, "content-type": "application/problem+json", "x-request-id": requestId })
  if (expected?.retryAfter) headers.set("retry-after", String(expected.retryAfter))
  if (status === 401) headers.set("www-authenticate", "Bearer")
  const body = {
    type: "about:blank",
    title: expected ? ERRORS[expected.code].title : "There is a problem with the service",
    status,
    code: expected?.code ?? "internal",
    detail: expected?.message ?? "The error has been recorded. Quote the request ID if you report it.",
    requestId,
    emergencyPhone: urgent || status >= 500 ? env().EMERGENCY_PHONE : undefined,
    request: expected?.request,
    customers: expected?.customers,
    errors: expected?.fields && Object.entries(expected.fields).map(([path, message]) => ({ path, message })),
  }
  return new Response(JSON.stringify(body), { status, headers })
}
