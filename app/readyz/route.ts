import { isReady } from "@/lib/health"

export const dynamic = "force-dynamic"

/** The process can serve: its database answers. */
export async function GET() {
  const ready = await isReady()
  const status = ready ? "ready" : "waiting for the database"
  return Response.json({ status }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } })
}
