export { askFirst as GET, unsubscribeAtOnce as POST } from "@/lib/http/unsubscribe-route"
