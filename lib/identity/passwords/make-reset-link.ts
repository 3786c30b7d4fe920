import { transaction } from "@/db/client"
import { makeLink } from "@/lib/identity/mailed-links/mailed-links"

/**
 * Makes a link to choose a new password, for an operator to hand to the account's owner when mail does not reach them.
 * Nothing changes until the link is followed.
 */
export const makeResetLink = ({ id }: { id: string }): Promise<string> =>
  transaction((tx) => makeLink(tx, id, "reset_password"))
