import { endpoint } from "@/lib/http/endpoint"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { readNotifications } from "@/lib/oversight/notifications/read-notifications"

export const POST = endpoint(notificationOperations.readNotifications, readNotifications)
