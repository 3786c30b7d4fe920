import { noSuchRoute } from "@/lib/http/no-such-route"

export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as POST, noSuchRoute as PUT }
