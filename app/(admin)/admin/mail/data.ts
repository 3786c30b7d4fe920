import { cache } from "react"
import { load } from "@/lib/http/load"
import { getMail } from "@/lib/oversight/mail/get-mail"
import { listMails } from "@/lib/oversight/mail/list-mails"
import { mailOperations } from "@/lib/oversight/mail/operations"

export const loadMails = load(mailOperations.listMails, listMails)

const loadOne = load(mailOperations.getMail, getMail)

/** Asked for by a page's title and by the page itself. */
export const loadMail = cache((id: string) => loadOne({ id }))
