import type { Status } from "@/lib/model/status"
import { AFTERWARDS, type Afterwards } from "./contract"

/** What each act makes of a request. */
export const STATUS_AFTER: Record<Afterwards, Status> = { resolve: "resolved", hold: "on_hold", resume: "in_progress" }

/**
 * What can be done together with a message with a request of this status, of the moves that are offered. Starting and
 * reopening are acts of their own.
 */
export const afterwardsFrom = (status: Status, offered: readonly Status[]): Afterwards[] =>
  AFTERWARDS.filter((it) => offered.includes(STATUS_AFTER[it]) && (it !== "resume" || status === "on_hold"))
