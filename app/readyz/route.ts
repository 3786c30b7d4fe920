import { readiness } from "@/lib/readiness/readiness"

export const dynamic = "force-dynamic"

/** Whether the process can serve, for whoever sends it requests; what is not well, for whoever looks after it. */
export async function GET() {
  const told = await readiness()
  const status = told.status === "unavailable" ? 503 : 200
  return Response.json(told, { status, headers: { "cache-control": "no-store" } })
}
