"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as dropping from "@/lib/oversight/inbound-mails/drop-mail"
import * as filing from "@/lib/oversight/inbound-mails/file-mail"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"

export const fileMail = action(inboundMailOperations.fileMail, filing.fileMail, () =>
  redirect("/desk/team/emails?filed=1"),
)
export const dropMail = action(inboundMailOperations.dropMail, dropping.dropMail, () =>
  redirect("/desk/team/emails?dropped=1"),
)
