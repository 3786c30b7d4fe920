/** A file on its way. One that is attached is shown by the page instead; one that waits for its message is ready. */
export interface ListedFile {
  key: number
  name: string
  state: "waiting" | "sending" | "checking" | "ready" | "failed"
  /** The part that has been sent, from 0 to 1. */
  sent: number
  /** Why it was not sent. */
  problem?: string
  again?: boolean
  /** Names it to the message that it goes with, once it is ready. */
  upload?: string
}

/** What a file is that was not sent. */
export const failed = (problem: string, again = false) => ({ state: "failed" as const, problem, again })

/** Whether it takes a place. */
export const takesPlace = ({ state }: ListedFile): boolean => state !== "failed"

export const isOnItsWay = ({ state }: ListedFile): boolean => state !== "failed" && state !== "ready"
