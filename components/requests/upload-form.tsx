import { UploadFields } from "@/components/requests/upload-fields"
import { Muted } from "@/components/ui/muted"
import { MAX_ATTACHMENTS, MEDIA_TYPES } from "@/lib/model/attachment"

interface UploadFormProps {
  /** Where the files are posted; the browser comes back from there to this page. */
  to: string
  /** How many files there are already. */
  held: number
  problem?: string
}

export function UploadForm({ to, held, problem }: UploadFormProps) {
  const room = MAX_ATTACHMENTS - held
  if (room <= 0) return <Muted>You have added the maximum of {MAX_ATTACHMENTS} files.</Muted>
  return (
    <form method="post" action={to} encType="multipart/form-data">
      <UploadFields
        label={held > 0 ? "Add more files" : "Add files"}
        hint={`${room === 1 ? "One more file" : `Up to ${room} files`}, 10 MB each: JPEG, PNG, WebP, HEIC, AVIF, PDF or plain text`}
        accept={Object.entries(MEDIA_TYPES).flat().join()}
        problem={problem}
        room={room}
      />
    </form>
  )
}
