import { endpoint } from "@/lib/http/endpoint"
import { getMail } from "@/lib/oversight/mail/get-mail"
import { mailOperations } from "@/lib/oversight/mail/operations"
export const GET = endpoint(mailOperations.getMail, getMail)
