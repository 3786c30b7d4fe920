import { AttachmentList } from "@/components/requests/attachment-list"
import { Card } from "@/components/ui/card"
import { FileField } from "@/components/ui/file-field"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { MAX_ATTACHMENTS, MEDIA_TYPES } from "@/lib/attachments/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { isOpen } from "@/lib/requests/status"

interface AttachmentsCardProps {
  request: ServiceRequest
  /** What the last upload was refused for, by code. */
  refusal?: string
}

/** Files go to a route of their own, so that they stream to the disk. */
export function AttachmentsCard({ request: { id, attachments, status }, refusal }: AttachmentsCardProps) {
  const takesMore = isOpen(status) && attachments.length < MAX_ATTACHMENTS
  return (
    <Card title="Attachments">
      <div className="space-y-6">
        {refusal ? (
          <Notice tone="danger" title="Nothing was uploaded">
            {REFUSALS[refusal] ?? "Something went wrong. Try again."}
          </Notice>
        ) : null}
        <AttachmentList attachments={attachments} />
        {takesMore ? (
          <form action={`/uploads/requests/${id}`} method="post" encType="multipart/form-data" className="space-y-4">
            <FileField
              name="files"
              label="Add files"
              hint={`Photos, PDF or text, 10 MB each, ${MAX_ATTACHMENTS} files in all. The customer sees them.`}
              accept={[...Object.keys(MEDIA_TYPES), ...Object.values(MEDIA_TYPES)].join(",")}
              multiple
            />
            <Submit variant="secondary">Upload</Submit>
          </form>
        ) : null}
      </div>
    </Card>
  )
}

const REFUSALS: Record<string, string> = {
  invalid: "Choose a file first. If you did, it may not have arrived whole: try again.",
  too_large: "Each file may be 10 MB at most.",
  unsupported_media_type: "Only JPEG, PNG, WebP, HEIC, PDF and plain text can be attached.",
  conflict: `A request takes ${MAX_ATTACHMENTS} files at most, and none once it is finished.`,
  forbidden: "The upload did not come from this page. Reload it and try again.",
}
