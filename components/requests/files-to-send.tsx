import { MessageFiles } from "@/components/requests/message-files"
import { ACCEPTED } from "@/components/requests/room-for"
import { Muted } from "@/components/ui/muted"
import { MAX_ATTACHMENTS, PLACE_OF_VIDEOS } from "@/lib/model/attachment"

/** A file that is attached and has not gone with a message. */
export interface UnsentFile {
  id: string
  name: string
}

interface FilesToSendProps {
  /** What the writer has attached lately and not sent with a message. */
  files: readonly UnsentFile[]
  /** How many more there can be; nothing when the request takes none any more. */
  room: number | undefined
}

const LOOKS = {
  field: "flex min-h-16 flex-wrap content-center items-center gap-x-3 gap-y-1 text-sm sm:min-h-8",
  choice:
    "min-h-target w-full min-w-0 text-sm sm:w-auto file:mr-3 file:cursor-pointer file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent-strong",
}

/** A page has one such form at most. */
const HINT = "message-files-hint"

/** The part of a form for messages that adds files. Its words are rendered by the server and are no script of the page. */
export const FilesToSend = ({ files, room }: FilesToSendProps) => (
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
    <MessageFiles
      looks={LOOKS}
      label="Add files to this message"
      accept={ACCEPTED}
      room={room}
      hint={HINT}
      unscripted={
        room ? (
          <Muted small className="flex min-h-16 items-center sm:min-h-8">
            To send files, add them to the request’s files first.
          </Muted>
        ) : null
      }
    />
    {room ? (
      <Muted small id={HINT}>
        {PLACE_OF_VIDEOS}.
      </Muted>
    ) : null}
    {room === 0 ? (
      <Muted small>
        You have added {MAX_ATTACHMENTS} files to this request, the most you can. You cannot add more.
      </Muted>
    ) : null}
  </div>
)
