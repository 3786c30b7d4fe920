import { MEDIA_TYPES, roomBeside, takingPlace } from "@/lib/model/attachment"
import type { MessageSide } from "@/lib/model/message"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

/** How many more files one side of a request can add; nothing when it takes none any more, however many it has. */
export const roomFor = (
  { status, attachments }: Pick<ServiceRequest, "status" | "attachments">,
  side: MessageSide,
): number | undefined => (isOpen(status) ? roomBeside(takingPlace(attachments, side).length) : undefined)

/** What a file input offers. */
export const ACCEPTED = Object.entries(MEDIA_TYPES).flat().join()
