import { ACCEPTED } from "@/components/requests/room-for"
import { UploadFields } from "@/components/requests/upload-fields"
import { inMegabytes, KINDS_IN_WORDS, PLACE_OF_VIDEOS } from "@/lib/model/attachment"
import { fileLimits } from "@/lib/platform/storage/file-limits"

interface UploadFormProps {
  /** Where the files are posted; the browser comes back from there to this page. */
  to: string
  /** Whether there are files already. */
  hasSome: boolean
  /** How many more there can be. */
  room: number
  problem?: string
}

export function UploadForm({ to, hasSome, room, problem }: UploadFormProps) {
  const limits = fileLimits()
  return (
    <form method="post" action={to} encType="multipart/form-data">
      <UploadFields
        to={to}
        label={hasSome ? "Add more files" : "Add files"}
        hint={`${room === 1 ? "One more file" : `Up to ${room} files`}, ${inMegabytes(limits.file)} each, videos ${inMegabytes(limits.video)}: ${KINDS_IN_WORDS}. ${PLACE_OF_VIDEOS}`}
        accept={ACCEPTED}
        problem={problem}
        room={room}
        limits={limits}
      />
    </form>
  )
}
