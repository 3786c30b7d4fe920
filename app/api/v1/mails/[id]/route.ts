import { endpoint } from "@/lib/http/endpoint"
import { mailOperations } from "@/lib/oversight/mail/contract"
import { getMail } from "@/lib/oversight/mail/list-mails"

export const GET = endpoint(mailOperations.getMail, getMail)
