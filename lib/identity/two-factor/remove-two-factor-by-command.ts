import { transaction } from "@/db/client"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { removeFactor } from "./remove-factor"

/** Removes an account's second factor for the operator of the server. Returns false when there was none. */
export const removeTwoFactorByCommand = (id: string): Promise<boolean> =>
  transaction((tx) => removeFactor(tx, COMMAND_LINE, id))
