"use client"

import { useState } from "react"
import { assignOptions, type ToAssign } from "@/components/desk/assign-options"
import { Foretell } from "@/components/desk/foretell"
import { useColleagues } from "@/components/requests/use-colleagues"
import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import type { Option } from "@/components/ui/options"
import { SeenVersion } from "@/components/ui/seen-version"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"

interface AssignFormProps {
  action: FormAction
  id: string
  version: number
  request: ToAssign
  /** Whom it can be assigned to; asked for when the form is unfolded if they are left out. */
  people?: readonly Option[] | undefined
  /** The page with the people, for browsers without scripts. */
  withPeople: string
}

/** Gives a request to somebody. Those whom no rule would choose can be chosen too, and stand apart. */
export function AssignForm({ action, id, version, request, people, withPeople }: AssignFormProps) {
  const [unfolded, setUnfolded] = useState(false)
  const colleagues = useColleagues(unfolded && people === undefined)
  const options = people ?? (colleagues && assignOptions(colleagues, request)) ?? []
  const isNew = request.assignee === undefined
  return (
    <Form action={action} prefix="assign-" className="min-w-0">
      <input type="hidden" name="id" value={id} />
      <SeenVersion version={version} />
      <Foretell />
      <Fold
        summary={isNew ? "Assign this request" : "Reassign this request"}
        open={people !== undefined}
        whenOpened={() => setUnfolded(true)}
      >
        {people ? null : (
          <noscript>
            <a href={withPeople} className="link">
              Show people to assign to
            </a>
          </noscript>
        )}
        <Select name="assigneeId" label="Assign to" placeholder="Choose a person" options={options} />
        <Textarea name="note" label="Note for staff" optional hint="Visible to staff only." rows={2} limit={2000} />
        <Submit>{isNew ? "Assign" : "Reassign"}</Submit>
      </Fold>
    </Form>
  )
}
