import { liveEndpoint } from "@/lib/http/live-endpoint"
import { liveOperations } from "@/lib/requests/live/operations"
import { watchChanges } from "@/lib/requests/live/watch-changes"

export const GET = liveEndpoint(liveOperations.watchChanges, watchChanges)
