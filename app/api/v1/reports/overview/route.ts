import { endpoint } from "@/lib/http/endpoint"
import { getOverview } from "@/lib/oversight/reports/get-overview"
import { overviewOperations } from "@/lib/oversight/reports/operations"

export const GET = endpoint(overviewOperations.getOverview, getOverview)
