import { NoteForm } from "@/components/desk/note-form"
import { ReplyForm } from "@/components/desk/reply-form"
import { FilesToSend, type UnsentFile } from "@/components/requests/files-to-send"
import { roomFor } from "@/components/requests/room-for"
import { Icon } from "@/components/ui/icon"
import type { FormAction } from "@/lib/http/form-state"
import type { ReplyFacts } from "@/lib/model/canned-reply"
import type { ServiceRequest } from "@/lib/requests/contract"
import { afterwardsFrom } from "@/lib/requests/conversation/afterwards"

interface ComposerProps {
  request: ServiceRequest
  /** Left out for those who may not write to its customer. */
  reply?: FormAction | undefined
  note: FormAction
  files: readonly UnsentFile[]
  /** What canned replies name. */
  facts: ReplyFacts
}

/** Where staff write: to the customer, or to each other. Each has a form of its own, so that neither is sent as the other. */
export function Composer({ request, reply, note, files, facts }: ComposerProps) {
  const { id, version, status } = request
  return (
    <section className="writing" id="write">
      <fieldset>
        <legend className="sr-only">What to write</legend>
        {reply ? (
          <label>
            <input type="radio" name="write" id="write-reply" defaultChecked />
            <Icon name="message-square-reply" /> Reply to customer
          </label>
        ) : null}
        <label>
          <input type="radio" name="write" id="write-note" defaultChecked={!reply} />
          <Icon name="sticky-note" /> Note for staff
        </label>
      </fieldset>
      {reply ? (
        <div className="reply-pane">
          <ReplyForm
            action={reply}
            request={{ id, version }}
            acts={afterwardsFrom(status)}
            files={<FilesToSend files={files} room={roomFor(request, "staff")} />}
            facts={facts}
          />
        </div>
      ) : null}
      <div className="note-pane">
        <NoteForm action={note} id={id} />
      </div>
    </section>
  )
}
