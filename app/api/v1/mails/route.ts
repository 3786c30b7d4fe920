import { endpoint } from "@/lib/http/endpoint"
import { mailOperations } from "@/lib/mail/contract"
import { listMails } from "@/lib/mail/kept"

export const GET = endpoint(mailOperations.listMails, listMails)
