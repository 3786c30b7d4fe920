import { customersAddress } from "@/components/desk/customers-address"
import { Field } from "@/components/ui/field"
import { GetForm } from "@/components/ui/get-form"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { buttonStyle } from "@/components/ui/style"

/** Finds a customer by what a caller says of themselves. */
export const CustomerSearch = ({ q }: { q: string | undefined }) => (
  <search>
    <GetForm action={customersAddress({})} key={q} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 max-w-text grow basis-56">
        <Field name="q" type="search" label="Name, phone, email or address" defaultValue={q} maxLength={100} />
      </div>
      <button type="submit" className={buttonStyle("secondary")}>
        <Icon name="search" />
        Search
      </button>
      {q ? <Link href={customersAddress({})}>Clear search</Link> : null}
    </GetForm>
  </search>
)
