import { endpoint } from "@/lib/http/endpoint"
import { deleteView } from "@/lib/requests/saved-views/delete-view"
import { editView } from "@/lib/requests/saved-views/edit-view"
import { savedViewOperations } from "@/lib/requests/saved-views/operations"

export const PATCH = endpoint(savedViewOperations.editView, editView)
export const DELETE = endpoint(savedViewOperations.deleteView, deleteView)
