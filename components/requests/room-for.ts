import { MAX_ATTACHMENTS, MEDIA_TYPES, takingPlace } from "@/lib/model/attachment"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

/** How many more files a request can have; nothing when it takes none any more, however many it has. */
export const roomFor = ({ status, attachments }: Pick<ServiceRequest, "status" | "attachments">): number | undefined =>
  isOpen(status) ? Math.max(0, MAX_ATTACHMENTS - takingPlace(attachments).length) : undefined

/** What a file input offers. */
export const ACCEPTED = Object.entries(MEDIA_TYPES).flat().join()
