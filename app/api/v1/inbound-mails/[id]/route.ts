import { endpoint } from "@/lib/http/endpoint"
import { dropMail } from "@/lib/oversight/inbound-mails/drop-mail"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"

export const DELETE = endpoint(inboundMailOperations.dropMail, dropMail)
