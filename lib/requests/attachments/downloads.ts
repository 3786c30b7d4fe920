import type { Actor } from "@/lib/model/actor"
import { type Download, isOpenable } from "@/lib/model/attachment"
import { isPhoto } from "@/lib/model/picture"
import { may, type Resource } from "@/lib/model/policy"
import { sentBy } from "@/lib/requests/pictures/sent-by"
import type { Attachment } from "./contract"

/**
 * The attachments of a request, each with whether the actor can download it now. Of photos without pictures it is asked who
 * sent them: others are given a copy, see `givenInstead`.
 */
export async function withDownloads<F extends Attachment>(
  actor: Actor,
  request: Resource,
  files: readonly F[],
): Promise<(F & { download: Download })[]> {
  const isUncertain = ({ mediaType, picture, scan }: F) => isPhoto(mediaType) && picture !== "made" && isOpenable(scan)
  const uncertain = may(actor, "request.read-original", request) ? [] : files.filter(isUncertain)
  const theirs =
    uncertain.length > 0
      ? await sentBy(
          actor,
          uncertain.map(({ id }) => id),
        )
      : new Set()
  return files.map((file) => ({
    ...file,
    download: downloadOf(file, uncertain.includes(file) && !theirs.has(file.id)),
  }))
}

function downloadOf({ scan, picture }: Attachment, isCopied: boolean): Download {
  if (scan === "found" || (isCopied && picture === "none")) return "none"
  return scan === "pending" || (isCopied && picture === null) ? "preparing" : "ready"
}
