import type { Operation } from "@/lib/model/operation"
import type { RouteContext } from "./read-input"

type Handle = (request: Request, context: RouteContext) => Promise<Response>
type Named = Pick<Operation, "method" | "path">

/** A route handler, which names its operation so that what it answers can be compared with the documentation. */
export type Handler = Handle & { operation?: Named }

export const handlerOf = (operation: Named, handle: Handle): Handler => Object.assign(handle, { operation })
