import { FilesToSend, type UnsentFile } from "@/components/requests/files-to-send"
import { UnsentFields } from "@/components/requests/unsent-fields"
import type { UnsentHere } from "@/components/requests/unsent-here"
import { Form } from "@/components/ui/form"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { LONGEST_MESSAGE } from "@/lib/model/message"

interface MessageFormProps {
  action: FormAction
  unsent: UnsentHere
  files: readonly UnsentFile[]
  /** How many more files there can be; nothing when the request takes none any more. */
  room: number | undefined
  /** They say above whether it is fixed: a message only tells something. */
  isResolved: boolean
}

/** Writes to the utility about a request. */
export const MessageForm = ({ action, unsent, files, room, isResolved }: MessageFormProps) => (
  <Form
    action={action}
    prefix="message-"
    values={{ text: unsent.text }}
    submit="Send message"
    aside={<UnsentFields {...unsent} />}
    className="space-y-4"
  >
    {isResolved ? <input type="hidden" name="notFixed" value="false" /> : null}
    <Textarea
      name="text"
      label="Your message"
      hint="Our staff will see this. Do not include bank or card details."
      dir="auto"
      limit={LONGEST_MESSAGE}
      rows={4}
    />
    <FilesToSend files={files} room={room} />
  </Form>
)
