import { endpoint } from "@/lib/http/endpoint"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { editPreferences, getPreferences } from "@/lib/oversight/notifications/preferences"

export const GET = endpoint(notificationOperations.getPreferences, getPreferences)
export const PUT = endpoint(notificationOperations.editPreferences, editPreferences)
