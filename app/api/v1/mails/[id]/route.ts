import { endpoint } from "@/lib/http/endpoint"
import { mailOperations } from "@/lib/mail/contract"
import { getMail } from "@/lib/mail/kept"

export const GET = endpoint(mailOperations.getMail, getMail)
