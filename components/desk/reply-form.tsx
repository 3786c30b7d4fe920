"use client"

import type { ReactNode } from "react"
import { AnswerField } from "@/components/desk/answer-field"
import { CannedReplies } from "@/components/desk/canned-replies"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import type { ReplyFacts } from "@/lib/model/canned-reply"
import type { Afterwards } from "@/lib/requests/conversation/contract"

interface ReplyFormProps {
  action: FormAction
  /** The version of the request. */
  version: number
  /** What its author has half written. */
  text: string
  /** Keeps it. */
  kept: ReactNode
  /** What can be done with the request in the same act. */
  acts: readonly Afterwards[]
  /** What files go with it. */
  files: ReactNode
  /** What canned replies name. */
  facts: ReplyFacts
}

const LABELS: Record<Afterwards, string> = {
  resolve: "Send and resolve",
  hold: "Send and put on hold",
  resume: "Send and resume",
}

/** Writes to the customer of a request, and moves the request with it. */
export const ReplyForm = ({ action, version, text, kept, acts, files, facts }: ReplyFormProps) => (
  <Form action={action} prefix="reply-" values={{ text }} className="space-y-2">
    <SeenVersion version={version} />
    <AnswerField facts={facts} />
    <CannedReplies facts={facts} into="reply-text" />
    {files}
    <div className="flex flex-wrap items-center gap-2">
      <Submit>Send reply</Submit>
      {acts.map((it) => (
        <Submit
          key={it}
          variant="secondary"
          name="afterwards"
          value={it}
          title={it === "hold" ? "It waits for the customer, and deadlines pause" : undefined}
        >
          {LABELS[it]}
        </Submit>
      ))}
      {kept}
    </div>
  </Form>
)
