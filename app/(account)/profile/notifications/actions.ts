"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { deviceOperations } from "@/lib/oversight/devices/operations"
import { removeDevice as removeDeviceVerb } from "@/lib/oversight/devices/remove-device"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { editPreferences as editPreferencesVerb } from "@/lib/oversight/notifications/preferences"

export const editPreferences = action(notificationOperations.editPreferences, editPreferencesVerb, () =>
  redirect("/profile?saved=notifications"),
)

export const removeDevice = action(deviceOperations.removeDevice, removeDeviceVerb, () => refresh())
