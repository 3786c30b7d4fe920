import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import type { NoticeId } from "@/lib/model/notice"
import type { MessagePattern } from "@/lib/oversight/notifications/message-texts"

interface MessageEditorProps {
  action: FormAction
  notice: NoticeId
  /** The pattern that holds now. */
  pattern: MessagePattern
  version: number
}

export const MessageEditor = ({ action, notice, pattern, version }: MessageEditorProps) => (
  <Form key={notice} action={action} submit="Save email" className="space-y-6">
    <SeenVersion version={version} />
    <SavedMeanwhile labels={{ subject: "Subject", body: "Text" }} stored={{ ...pattern }} />
    <input type="hidden" name="notice" value={notice} />
    <Field
      name="subject"
      label="Subject"
      hint="Leave empty to use our own subject."
      defaultValue={pattern.subject}
      optional
    />
    <Textarea
      name="body"
      label="Text"
      hint="Leave an empty line between paragraphs. Leave all of it empty to use our own text."
      defaultValue={pattern.body}
      limit={5000}
      rows={12}
      optional
    />
  </Form>
)
