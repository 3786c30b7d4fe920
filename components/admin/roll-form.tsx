"use client"

import { SecretOnce } from "@/components/admin/secret-once"
import { Form } from "@/components/ui/form"
import { Select } from "@/components/ui/select"
import type { FormAction } from "@/lib/http/form-state"

const OVERLAPS = [
  { value: "24", label: "For 24 hours" },
  { value: "168", label: "For 7 days" },
  { value: "0", label: "Stop immediately" },
]

/** A new secret for the same key, shown here once. */
export function RollForm({ action, id }: { action: FormAction; id: string }) {
  return (
    <Form
      action={action}
      submit="Create new secret"
      className="mt-6 space-y-5 first:mt-0"
      outcome={({ name, secret }) => <SecretOnce name={name} secret={secret} />}
    >
      <input type="hidden" name="id" value={id} />
      <Select
        name="overlapHours"
        label="Old secret stays valid"
        hint="Choose “Stop immediately” if it may have leaked."
        options={OVERLAPS}
        defaultValue="24"
      />
    </Form>
  )
}
