import { authHandler } from "@/lib/auth/next-auth"
import { AppError } from "@/lib/errors"
import { requestIdOf, visitorOf } from "./caller"
import type { RouteContext } from "./endpoint"
import { API_HEADERS, problem } from "./problem"

const MAX_BYTES = 10_000

/** next-auth behind our limits: small bodies, and no failure for something a client sent. */
export async function authRoute(request: Request, context: RouteContext): Promise<Response> {
  const requestId = requestIdOf(request.headers)
  try {
    if (request.method === "POST" && !(Number(request.headers.get("content-length")) <= MAX_BYTES))
      throw new AppError("too_large", "The body is too large.")
    const response: Response = await authHandler(visitorOf(request.headers))(request, context)
    for (const [name, value] of Object.entries(API_HEADERS)) response.headers.set(name, value)
    return response
  } catch (thrown) {
    return problem(
      thrown instanceof SyntaxError ? new AppError("invalid", "The body cannot be read.") : thrown,
      requestId,
    )
  }
}
