import type { FileHome } from "@/lib/model/attachment"
import { cutUploads } from "./cut-uploads"
import { atFilePlace } from "./file-place"
import { gigabyte } from "./gigabyte"
import { killedUploads } from "./killed-uploads"
import { twoProcesses } from "./two-processes"

const HOMES: Record<FileHome, string> = { disk: "files on disk", s3: "files in s3" }

const PARTS = {
  "lies and leavers": cutUploads,
  "kill -9": killedUploads,
  "two processes": twoProcesses,
  "1 GB": gigabyte,
}

/**
 * Senders that lie or leave, processes that die or share the work, and a file of 1 GB, in both homes of files. Each drill has a database and a
 * store that nothing was in before.
 */
export function fileDrills(serverUrl: string): Record<string, () => Promise<boolean>> {
  const drills: Record<string, () => Promise<boolean>> = {}
  for (const home of Object.keys(HOMES) as FileHome[])
    for (const [part, drill] of Object.entries(PARTS)) {
      const name = `${HOMES[home]}: ${part}`
      drills[name] = () =>
        atFilePlace(serverUrl, home, async (place) => {
          const { isGood, figures } = await drill(place)
          console.log(`${name}: ${isGood ? "passed" : "FAILED"}: ${figures}`)
          return isGood
        })
    }
  return drills
}
