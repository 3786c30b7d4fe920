import { MessageUploads } from "@/components/requests/message-uploads"
import { ACCEPTED } from "@/components/requests/room-for"
import { Muted } from "@/components/ui/muted"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"

export interface MessageFile {
  id: string
  name: string
}

interface MessageFilesProps {
  /** The request that they are attached to. */
  id: string
  /** What the writer has attached and not sent with a message yet. */
  files: readonly MessageFile[]
  /** How many more there can be; nothing when the request takes none any more. */
  room: number | undefined
}

/** Files that go with a message. They go up as soon as they are chosen, and nothing that is typed is lost meanwhile. */
export const MessageFiles = ({ id, files, room }: MessageFilesProps) => (
  <div className="min-w-0 space-y-2">
    {files.length > 0 ? (
      <fieldset className="min-w-0 space-y-1">
        <legend className="font-semibold">Send with the message</legend>
        {files.map((it) => (
          <label key={it.id} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              name="attachments[]"
              value={it.id}
              defaultChecked
              className="size-5 shrink-0 accent-accent"
            />
            <bdi className="min-w-0 wrap-anywhere">{it.name}</bdi>
          </label>
        ))}
      </fieldset>
    ) : null}
    <MessageUploads
      to={`/uploads/requests/${id}`}
      room={room ?? 0}
      accept={ACCEPTED}
      unscripted={
        <Muted small className="flex min-h-16 items-center sm:min-h-8">
          To send files, add them to the request’s files first.
        </Muted>
      }
    />
    {room === 0 && files.length === 0 ? (
      <Muted small>This request has {MAX_ATTACHMENTS} files, the most it can have. You cannot add more.</Muted>
    ) : null}
  </div>
)
