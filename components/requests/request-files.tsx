import { AttachmentList } from "@/components/requests/attachment-list"
import { UploadForm } from "@/components/requests/upload-form"
import { Disclosure } from "@/components/ui/disclosure"
import { takingPlace } from "@/lib/model/attachment"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RequestFilesProps {
  request: Pick<ServiceRequest, "id" | "status" | "attachments">
  /** Its page. */
  address: string
  /** Why the last upload was refused. */
  problem?: string
  /** Where there is little room, the way to add some is shown to those who ask. */
  folded?: boolean
}

/** The files of a request, and a way to add some while it is open. */
export function RequestFiles({ request: { id, status, attachments }, address, problem, folded }: RequestFilesProps) {
  const form = <UploadForm to={`/uploads/requests/${id}`} held={takingPlace(attachments).length} problem={problem} />
  return (
    <div className="space-y-4">
      <AttachmentList attachments={attachments} address={address} />
      {isOpen(status) && !folded ? form : null}
      {isOpen(status) && folded ? (
        <Disclosure summary="Add to the files" open={problem !== undefined}>
          {form}
        </Disclosure>
      ) : null}
    </div>
  )
}
