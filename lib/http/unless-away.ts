import { isCutOff, isUnavailable } from "@/db/errors"

/** What was read for something beside a page; "unknown" while the database is away, since the page is there all the same. */
export async function unlessAway<Read>(read: () => Promise<Read>): Promise<Read | "unknown"> {
  try {
    return await read()
  } catch (thrown) {
    if (isCutOff(thrown) || isUnavailable(thrown)) return "unknown"
    throw thrown
  }
}
