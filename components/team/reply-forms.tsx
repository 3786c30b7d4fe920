"use client"

import { Field } from "@/components/ui/field"
import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import type { CannedReply } from "@/lib/requests/canned-replies/contract"

type Reply = Pick<CannedReply, "id" | "name" | "text" | "version">

const Fields = ({ name, text }: Partial<Reply>) => (
  <>
    <Field name="name" label="Name" width="medium" maxLength={60} defaultValue={name} />
    <Textarea
      name="text"
      label="Text"
      hint="{reference}, {name} and {time} are filled in when it is used."
      rows={4}
      limit={2000}
      defaultValue={text}
    />
  </>
)

/** Adds a text that staff answer with. */
export const NewReply = ({ action }: { action: FormAction }) => (
  <Form action={action} prefix="new-" submit="Add reply" className="space-y-4">
    <Fields />
  </Form>
)

interface ReplyItemProps {
  reply: Reply
  edit: FormAction
  remove: FormAction
}

/** One of them, to be read, changed or deleted. */
export const ReplyItem = ({ reply: { id, name, text, version }, edit, remove }: ReplyItemProps) => (
  <li className="space-y-2 py-4">
    <h3 className="font-semibold">
      <bdi>{name}</bdi>
    </h3>
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {text}
    </p>
    <Form action={edit} prefix={`edit-${id}-`} className="space-y-4">
      <input type="hidden" name="id" value={id} />
      <Fold
        summary={
          <>
            Change<span className="sr-only"> {name}</span>
          </>
        }
      >
        <SeenVersion version={version} />
        <SavedMeanwhile labels={{ name: "Name", text: "Text" }} stored={{ name, text }} />
        <Fields name={name} text={text} />
        <Submit>Save reply</Submit>
      </Fold>
    </Form>
    <Form action={remove} prefix={`delete-${id}-`}>
      <input type="hidden" name="id" value={id} />
      <Fold
        summary={
          <>
            Delete<span className="sr-only"> {name}</span>
          </>
        }
      >
        <p>Staff can no longer use this reply.</p>
        <Submit variant="secondary">
          Delete reply<span className="sr-only"> {name}</span>
        </Submit>
      </Fold>
    </Form>
  </li>
)
