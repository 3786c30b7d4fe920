import { getReadiness } from "@/lib/oversight/readiness/get-readiness"
import { env } from "@/lib/runtime/env"

export const dynamic = "force-dynamic"

/** Says to load balancers whether the process can serve, and to operators what is not well. */
export async function GET() {
  // The database is not asked then, and what has to be served is.
  if (env().MAINTENANCE === "1")
    return Response.json({ status: "maintenance" }, { headers: { "cache-control": "no-store" } })
  const told = await getReadiness()
  const status = told.status === "unavailable" ? 503 : 200
  return Response.json(told, { status, headers: { "cache-control": "no-store" } })
}
