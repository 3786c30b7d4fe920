import { endpoint } from "@/lib/http/endpoint"
import { mailOperations } from "@/lib/platform/mail/contract"
import { listMails } from "@/lib/platform/mail/kept"

export const GET = endpoint(mailOperations.listMails, listMails)
