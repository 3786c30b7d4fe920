import { takeSent } from "@/lib/http/take-sent"
export const PUT = takeSent
