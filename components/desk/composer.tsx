import { NoteForm } from "@/components/desk/note-form"
import { ReplyForm } from "@/components/desk/reply-form"
import { WriteRadio } from "@/components/desk/write-radio"
import { FilesToSend, type UnsentFile } from "@/components/requests/files-to-send"
import { roomFor } from "@/components/requests/room-for"
import { UnsentFields } from "@/components/requests/unsent-fields"
import { Icon } from "@/components/ui/icon"
import type { FormAction } from "@/lib/http/form-state"
import type { ReplyFacts } from "@/lib/model/canned-reply"
import type { Status } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"
import { afterwardsFrom } from "@/lib/requests/conversation/afterwards"
import type { Unsent } from "@/lib/requests/unsent/contract"

interface ComposerProps {
  request: ServiceRequest
  /** The moves that are offered of it. */
  offered: readonly Status[]
  /** Left out for those who may not write to its customer. */
  reply?: FormAction | undefined
  note: FormAction
  files: readonly UnsentFile[]
  /** What its viewer has half written. */
  unsent: Unsent
  /** What canned replies name. */
  facts: ReplyFacts
}

/** Where staff write: to the customer, or to each other. Each has a form of its own, so that neither is sent as the other. */
export function Composer({ request, offered, reply, note, files, unsent, facts }: ComposerProps) {
  const { id, version, status } = request
  // What is half written is in sight.
  const isNote = !reply || (unsent.note.text !== "" && unsent.message.text === "")
  return (
    <section className="writing" id="write">
      <fieldset>
        <legend className="sr-only">What to write</legend>
        {reply ? (
          <label htmlFor="write-reply">
            <WriteRadio id="write-reply" chosen={!isNote} />
            <Icon name="message-square-reply" /> Reply to customer
          </label>
        ) : null}
        <label htmlFor="write-note">
          <WriteRadio id="write-note" chosen={isNote} />
          <Icon name="sticky-note" /> Note for staff
        </label>
      </fieldset>
      {reply ? (
        <div className="reply-pane">
          <ReplyForm
            action={reply}
            version={version}
            text={unsent.message.text}
            kept={<UnsentFields id={id} kind="message" {...unsent.message} />}
            acts={afterwardsFrom(status, offered)}
            files={<FilesToSend files={files} room={roomFor(request, "staff")} />}
            facts={facts}
          />
        </div>
      ) : null}
      <div className="note-pane">
        <NoteForm
          action={note}
          id={id}
          text={unsent.note.text}
          kept={<UnsentFields id={id} kind="note" {...unsent.note} />}
        />
      </div>
    </section>
  )
}
