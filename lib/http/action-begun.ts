import { channel } from "node:diagnostics_channel"
import { requestIdOf } from "./authenticate"

export const ACTION_BEGUN = "action.begun"
const begun = channel(ACTION_BEGUN)

/** Tells the server that an action was given what was sent: what fails from here on is no fault of the sender's. */
export const actionBegun = (headers: Headers): void => begun.publish({ requestId: requestIdOf(headers) })
