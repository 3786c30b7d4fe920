import { endpoint } from "@/lib/http/endpoint"
import { listMails } from "@/lib/oversight/mail/list-mails"
import { mailOperations } from "@/lib/oversight/mail/operations"

export const GET = endpoint(mailOperations.listMails, listMails)
