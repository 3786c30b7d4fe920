import { endpoint } from "@/lib/http/endpoint"
import { listNotifications } from "@/lib/oversight/notifications/list-notifications"
import { notificationOperations } from "@/lib/oversight/notifications/operations"

export const GET = endpoint(notificationOperations.listNotifications, listNotifications)
