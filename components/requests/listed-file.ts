/** A file on its way. One that has arrived is shown by the page instead. */
export interface ListedFile {
  key: number
  name: string
  state: "waiting" | "sending" | "checking" | "failed"
  /** The part that has been sent, from 0 to 1. */
  sent: number
  /** Why it was not sent. */
  problem?: string
  again?: boolean
}

/** What a file is that was not sent. */
export const failed = (problem: string, again = false) => ({ state: "failed" as const, problem, again })

export const isOnItsWay = ({ state }: ListedFile): boolean => state !== "failed"
