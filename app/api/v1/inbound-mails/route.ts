import { endpoint } from "@/lib/http/endpoint"
import { mailEndpoint } from "@/lib/http/mail-endpoint"
import { listKeptMails } from "@/lib/oversight/inbound-mails/list-kept-mails"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"
import { takeMail } from "@/lib/oversight/inbound-mails/take-mail"

export const GET = endpoint(inboundMailOperations.listKeptMails, listKeptMails)
export const POST = mailEndpoint(inboundMailOperations.takeMail, takeMail)
