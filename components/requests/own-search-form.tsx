import { ownListAddress } from "@/components/requests/own-list-address"
import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { buttonStyle } from "@/components/ui/style"

interface SearchFormProps {
  q?: string
  status?: string
}

/** Searches a customer's own requests, among those of the chosen status. */
export function OwnSearchForm({ q, status }: SearchFormProps) {
  return (
    <search>
      <GetForm action="/requests" key={`${status} ${q}`} className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {status ? <input type="hidden" name="status" value={status} /> : null}
        <div className="min-w-0 grow basis-56">
          <Field name="q" type="search" label="Search your requests" defaultValue={q} maxLength={100} />
        </div>
        <button type="submit" className={buttonStyle("secondary")}>
          <Icon name="search" />
          Search
        </button>
        {q ? <Link href={ownListAddress({ status })}>Clear search</Link> : null}
      </GetForm>
    </search>
  )
}
