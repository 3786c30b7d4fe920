import { endpoint } from "@/lib/http/endpoint"
import { drafting } from "@/lib/requests/drafts/operations"
import { keepTyped } from "@/lib/requests/drafts/save-step"
export const POST = endpoint(drafting.keepTyped, keepTyped)
