import { type DeskFilter, keptOf } from "@/components/desk/request-filter"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

interface SaveViewProps {
  filter: DeskFilter
  action: FormAction
  /** Whether the viewer may share it. */
  shares: boolean
}

/** Keeps what the list is narrowed to, sorted by and shown with, by a name. */
export function SaveView({ filter, action, shares }: SaveViewProps) {
  const { status, without, ...rest } = keptOf(filter)
  return (
    <details className="menu">
      <summary className="button">Save view</summary>
      <div className="pop">
        <Form action={action} prefix="view-" submit="Save view" className="space-y-3">
          <Field name="name" label="Name" maxLength={60} required />
          {shares ? (
            <label className="flex min-h-8 items-center gap-2">
              <input type="checkbox" name="shared" value="true" className="size-5 shrink-0 accent-accent" />
              Share with everyone at the desk
            </label>
          ) : null}
          {Object.entries(rest).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={`filter.${name}`} value={value} /> : null,
          )}
          {status.map((one) => (
            <input key={one} type="hidden" name="filter.status[]" value={one} />
          ))}
          {without.map((one) => (
            <input key={one} type="hidden" name="filter.without[]" value={one} />
          ))}
        </Form>
      </div>
    </details>
  )
}
