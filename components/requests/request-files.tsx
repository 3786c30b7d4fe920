import { AttachmentList } from "@/components/requests/attachment-list"
import { isRemovable, RemoveLink } from "@/components/requests/remove-link"
import { roomFor } from "@/components/requests/room-for"
import { UploadForm } from "@/components/requests/upload-form"
import { Disclosure } from "@/components/ui/disclosure"
import type { MessageSide } from "@/lib/model/message"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RequestFilesProps {
  request: Pick<ServiceRequest, "id" | "status" | "attachments">
  /** Who looks at it. */
  side: MessageSide
  /** Its page. */
  address: string
  /** Why the last upload was refused. */
  problem?: string
  /** Where there is little room, the way to add some is shown to those who ask. */
  folded?: boolean
}

/** The files of a request, and a way to add some while it is open. */
export function RequestFiles({ request, side, address, problem, folded }: RequestFilesProps) {
  const { id, attachments } = request
  const room = roomFor(request, side)
  const form =
    room === undefined ? null : (
      <UploadForm to={`/uploads/requests/${id}`} hasSome={attachments.length > 0} room={room} problem={problem} />
    )
  return (
    <div className="space-y-4">
      <AttachmentList
        attachments={attachments}
        address={address}
        actionOf={(file) => (isRemovable(file) ? <RemoveLink file={file} address={address} /> : null)}
      />
      {folded ? null : form}
      {form && folded ? (
        <Disclosure summary="Add to the files" open={problem !== undefined}>
          {form}
        </Disclosure>
      ) : null}
    </div>
  )
}
