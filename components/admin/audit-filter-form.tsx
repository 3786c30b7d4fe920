import { type AuditQuery, auditAddress, isAuditNarrowed } from "@/components/admin/audit-address"
import { ACTION_WORDS, SUBJECT_WORDS } from "@/components/admin/audit-words"
import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { buttonStyle, PANEL } from "@/components/ui/style"

interface AuditFilterFormProps {
  query: AuditQuery
  /** Those who can be chosen; anybody else, by their name in the list. */
  people: readonly { id: string; name: string }[]
  /** Filters that came from a link and have no field. */
  actor?: string
  subject?: string
}

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** A person whose entries a link led to can be chosen as well, even if the list does not have them. */
function peopleOf(people: AuditFilterFormProps["people"], chosen?: string, name = "This person") {
  const isListed = chosen === undefined || people.some(({ id }) => id === chosen)
  const all = isListed ? people : [{ id: chosen, name }, ...people]
  return all.map(({ id, name }) => ({ value: id, label: name }))
}

/** A form that only asks: its answer is an address, which can be kept and shared. */
export function AuditFilterForm({ query, people, actor, subject }: AuditFilterFormProps) {
  const { action, subjectType, subjectId, actorId, apiKeyId, from, to } = query
  return (
    <search>
      <GetForm
        action="/admin/audit"
        key={auditAddress(query)}
        className={`${PANEL} grid items-end gap-x-4 gap-y-3 p-4 sm:grid-cols-2 lg:grid-cols-5`}
      >
        <Select
          name="actorId"
          label="Person"
          placeholder="Anybody"
          options={peopleOf(people, actorId, actor)}
          defaultValue={actorId}
        />
        <Select
          name="action"
          label="Action"
          placeholder="Any action"
          options={optionsOf(ACTION_WORDS)}
          defaultValue={action}
        />
        <Select
          name="subjectType"
          label="Subject"
          placeholder="Any subject"
          options={optionsOf(SUBJECT_WORDS)}
          defaultValue={subjectType}
        />
        <Field name="from" type="date" label="From" defaultValue={from} min="1970-01-01" max="9999-12-31" />
        <Field name="to" type="date" label="To" defaultValue={to} min="1970-01-01" max="9999-12-31" />
        {apiKeyId ? <input type="hidden" name="apiKeyId" value={apiKeyId} /> : null}
        {subjectId ? <input type="hidden" name="subjectId" value={subjectId} /> : null}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 sm:col-span-2 lg:col-span-5">
          <button type="submit" className={buttonStyle("primary")}>
            <Icon name="search" />
            Show entries
          </button>
          {apiKeyId ? (
            <Link href={auditAddress({ ...query, apiKeyId: undefined })}>Remove filter: API key {actor}</Link>
          ) : null}
          {subjectId ? (
            <Link href={auditAddress({ ...query, subjectId: undefined })}>
              Remove filter: {subject ?? "this subject"}
            </Link>
          ) : null}
          {isAuditNarrowed(query) ? <Link href="/admin/audit">Clear filters</Link> : null}
        </div>
      </GetForm>
    </search>
  )
}
