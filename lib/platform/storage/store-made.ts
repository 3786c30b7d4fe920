import { v7 } from "uuid"
import type { FileHome } from "@/lib/model/attachment"
import type { Received } from "./home"
import { currentHome } from "./homes"
import { claimStore, ownershipProblem } from "./ownership"
import { forgetReceived } from "./receive-file"
import { receiveJudged } from "./restore-file"

/** A file that we have made, as its row will describe it. */
export interface MadeFile extends Received {
  id: string
  home: FileHome
}

/**
 * Stores a file that we have made ourselves, before any row names it: what no row will name is found by the sweep.
 * @throws Error when the store belongs to another installation or cannot be written to
 */
export async function storeMade(content: Buffer, home = currentHome()): Promise<MadeFile> {
  const store = await claimStore(home)
  if (store.state !== "ours") throw new Error(ownershipProblem(store))
  const id = v7()
  try {
    const received = await receiveJudged(id, [content])
    await home.settle(id, received)
    return { id, home: home.name, ...received }
  } finally {
    await forgetReceived(id)
  }
}
