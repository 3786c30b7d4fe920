"use server"

import { refresh } from "next/cache"
import { action } from "@/lib/http/action"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { readNotifications as readNotificationsVerb } from "@/lib/oversight/notifications/read-notifications"

export const readNotifications = action(notificationOperations.readNotifications, readNotificationsVerb, () =>
  refresh(),
)
