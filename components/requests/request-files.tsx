import { AttachmentList } from "@/components/requests/attachment-list"
import { UploadForm } from "@/components/requests/upload-form"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RequestFilesProps {
  request: Pick<ServiceRequest, "id" | "status" | "attachments">
  /** Why the last upload was refused. */
  problem?: string
}

/** The files of a request, and a way to add some while it is open. */
export function RequestFiles({ request: { id, status, attachments }, problem }: RequestFilesProps) {
  return (
    <div className="space-y-4">
      <AttachmentList attachments={attachments} />
      {isOpen(status) ? (
        <UploadForm to={`/uploads/requests/${id}`} held={attachments.length} problem={problem} />
      ) : null}
    </div>
  )
}
