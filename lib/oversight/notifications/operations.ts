import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Paging } from "@/lib/model/page"
import {
  NotificationList,
  NotificationPreferences,
  NotificationPreferencesChange,
  NotificationsRead,
  UnreadCount,
} from "./contract"

export const notificationOperations = {
  listNotifications: operation({
    method: "get",
    path: "/notifications",
    tag: "Notifications",
    access: "account",
    status: 200,
    summary: "List what you were told of, newest first",
    description: "Kept for 90 days.",
    input: Paging,
    example: { limit: 20 },
    output: NotificationList,
  }),
  readNotifications: operation({
    method: "post",
    path: "/notifications/read",
    tag: "Notifications",
    access: "account",
    status: 200,
    summary: "Mark notifications as read: those you name, or all",
    description: "An email about what you read within two minutes is not sent.",
    input: NotificationsRead,
    example: {},
    output: UnreadCount,
  }),
  getPreferences: operation({
    method: "get",
    path: "/profile/notifications",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Get how you want to be told of what happens",
    input: z.object({}),
    output: NotificationPreferences,
  }),
  editPreferences: operation({
    method: "put",
    path: "/profile/notifications",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Choose what you are sent by email and on your devices, quiet hours and a daily summary",
    description: "The list of notifications shows everything. Emergencies are sent immediately, whatever is chosen.",
    input: NotificationPreferencesChange,
    example: {
      mail: ["received", "resolved"],
      push: [],
      quietFrom: "22:00",
      quietUntil: "07:00",
      timeZone: "Europe/London",
      version: 1,
    },
    output: NotificationPreferences,
  }),
}
