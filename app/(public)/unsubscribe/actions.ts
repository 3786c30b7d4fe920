"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import { endMails as endMailsVerb } from "@/lib/oversight/notifications/end-mails"
import { unsubscription } from "@/lib/oversight/notifications/unsubscription-contract"

export const endMails = action(unsubscription, endMailsVerb, () => redirect("/unsubscribe?done=1"))
