import { endpoint } from "@/lib/http/endpoint"
import { listViews } from "@/lib/requests/saved-views/list-views"
import { savedViewOperations } from "@/lib/requests/saved-views/operations"
import { saveView } from "@/lib/requests/saved-views/save-view"

export const GET = endpoint(savedViewOperations.listViews, listViews)
export const POST = endpoint(savedViewOperations.saveView, saveView)
