"use client"

import { NoticeChoicesTable, type NoticeRow } from "@/components/account/notice-choices-table"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction, FormState } from "@/lib/http/form-state"
import type { NotificationPreferences } from "@/lib/oversight/notifications/contract"

interface NotificationFormProps {
  action: FormAction
  rows: readonly NoticeRow[]
  preferences: NotificationPreferences
}

/** What somebody is sent, by event and channel, and when. */
export const NotificationForm = ({ action, rows, preferences }: NotificationFormProps) => (
  <Form action={action} contract={contract} values={valuesOf(preferences)} submit="Save changes">
    <SeenVersion version={preferences.version} />
    {rows.length > 0 ? <NoticeChoicesTable rows={rows} /> : null}
    <Field
      name="digestAt"
      label="Daily summary"
      hint="One email a day at this time, instead of single emails. Leave empty for single emails."
      type="time"
      width="short"
      optional
    />
    <fieldset className="space-y-4">
      <legend className="font-semibold">Quiet hours</legend>
      <div className="flex flex-wrap gap-4">
        <Field name="quietFrom" label="From" type="time" width="short" optional />
        <Field name="quietUntil" label="Until" type="time" width="short" optional />
      </div>
    </fieldset>
    <Field
      name="timeZone"
      label="Time zone"
      hint="For example, Europe/London"
      width="medium"
      autoComplete="off"
      spellCheck={false}
    />
  </Form>
)

const valuesOf = (given: NotificationPreferences): NonNullable<FormState["values"]> => ({
  mail: given.mail,
  push: given.push,
  timeZone: given.timeZone,
  ...(given.quietFrom && { quietFrom: given.quietFrom }),
  ...(given.quietUntil && { quietUntil: given.quietUntil }),
  ...(given.digestAt && { digestAt: given.digestAt }),
})

const contract = () =>
  import("@/lib/oversight/notifications/contract").then((module) => module.NotificationPreferencesChange)
