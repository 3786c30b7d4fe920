import { neededIn } from "./attachment-rows"
import { allHomes } from "./homes"
import { quarantineFiles, returnFiles } from "./quarantine"

/**
 * Moves files in which something was found into quarantine, unless their rows need them again by then: an administrator may
 * return one while it is on its way, which takes a store seconds, and then it comes back. Failures are left to the sweep.
 */
export async function putAside(ids: string[]): Promise<void> {
  for (const home of allHomes()) {
    const needed = await neededIn(ids, home)
    const unneeded = ids.filter((id) => !needed.has(id))
    await quarantineFiles(unneeded, [home])
    await returnFiles([...(await neededIn(unneeded, home))], home)
  }
}
