import { ACCEPTED } from "@/components/requests/room-for"
import { UploadFields } from "@/components/requests/upload-fields"
import { inMegabytes, KINDS_IN_WORDS, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { fileLimits } from "@/lib/platform/storage/file-limits"

interface UploadFormProps {
  /** Where the files are posted; the browser comes back from there to this page. */
  to: string
  /** How many files there are already. */
  held: number
  problem?: string
}

export function UploadForm({ to, held, problem }: UploadFormProps) {
  const room = Math.max(0, MAX_ATTACHMENTS - held)
  const limits = fileLimits()
  return (
    <form method="post" action={to} encType="multipart/form-data">
      <UploadFields
        to={to}
        label={held > 0 ? "Add more files" : "Add files"}
        hint={`${room === 1 ? "One more file" : `Up to ${room} files`}, ${inMegabytes(limits.file)} each, videos ${inMegabytes(limits.video)}: ${KINDS_IN_WORDS}. Videos keep the place where they were filmed, if the phone saves it`}
        accept={ACCEPTED}
        problem={problem}
        room={room}
        limits={limits}
      />
    </form>
  )
}
