import { endpoint } from "@/lib/http/endpoint"
import { fileMail } from "@/lib/oversight/inbound-mails/file-mail"
import { inboundMailOperations } from "@/lib/oversight/inbound-mails/operations"

export const POST = endpoint(inboundMailOperations.fileMail, fileMail)
