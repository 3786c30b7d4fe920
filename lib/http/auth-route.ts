import { authHandler } from "@/lib/identity/auth/next-auth"
import { AppError } from "@/lib/model/errors"
import { requestIdOf, visitorOf } from "./authenticate"
import { API_HEADERS, problem } from "./problem"
import type { RouteContext } from "./read-input"

const MAX_BYTES = 10_000

/** The handler of next-auth behind our limits: small bodies, and 4xx instead of 500 for bad input. */
export async function authRoute(request: Request, context: RouteContext): Promise<Response> {
  const requestId = requestIdOf(request.headers)
  try {
    checkLength(request)
    const response: Response = await authHandler(visitorOf(request.headers))(request, context)
    // The library calls its own failure what was wrong with the call: it has checked nothing before.
    if (response.status >= 500) throw new AppError("invalid", "next-auth does not serve this address.")
    for (const [name, value] of Object.entries(API_HEADERS)) response.headers.set(name, value)
    return response
  } catch (thrown) {
    return problem(
      thrown instanceof SyntaxError || thrown instanceof TypeError
        ? new AppError("invalid", "The body cannot be read.")
        : thrown,
      requestId,
    )
  }
}

/**
 * A body without a declared length would be read to its end, however long.
 * @throws AppError `too_large`.
 */
function checkLength({ method, headers }: Request): void {
  const declared = headers.get("content-length")
  if (method === "POST" && (declared === null || !(Number(declared) <= MAX_BYTES)))
    throw new AppError("too_large", "The body is too large, or does not say how long it is.")
}
