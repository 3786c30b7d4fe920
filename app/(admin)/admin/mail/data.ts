import { cache } from "react"
import { load } from "@/lib/http/load"
import { mailOperations } from "@/lib/oversight/mail/contract"
import { getMail, listMails } from "@/lib/oversight/mail/list-mails"

export const loadMails = load(mailOperations.listMails, listMails)

const loadOne = load(mailOperations.getMail, getMail)

/** Asked for by a page's title and by the page itself. */
export const loadMail = cache((id: string) => loadOne({ id }))
