import type { Instrumentation } from "next"

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { start } = await import("@/lib/server/start")
  await start()
}

/** Failures while a page renders; those of verbs are logged where they are answered. */
export const onRequestError: Instrumentation.onRequestError = async (err, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { logRequestError } = await import("@/lib/server/log-request-error")
  logRequestError(err, routePath, String(request.headers["x-request-id"]))
}
