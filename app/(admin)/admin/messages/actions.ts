"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { MessageEdit } from "@/lib/oversight/notifications/messages-contract"
import { setMessage } from "@/lib/oversight/notifications/set-message"
import { settingOperations } from "@/lib/oversight/settings/operations"

export const saveMessage = action({ ...settingOperations.changeSettings, input: MessageEdit }, setMessage, (_, form) =>
  redirect(`/admin/messages?notice=${encodeURIComponent(String(form.get("notice")))}&saved=1`),
)
