import type { Metadata } from "next"
import { CustomerSearch } from "@/components/desk/customer-search"
import { CustomerTable } from "@/components/desk/customer-table"
import { customersAddress } from "@/components/desk/customers-address"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Heading } from "@/components/ui/heading"
import { Pagination } from "@/components/ui/pagination"
import { UnusedParts } from "@/components/ui/unused-parts"
import { requirePermission } from "@/lib/http/require-permission"
import { understood } from "@/lib/http/understood"
import { customerOperations } from "@/lib/identity/customers/operations"
import { loadCustomers } from "./data"

export const metadata: Metadata = { title: "Customers" }

const ROWS = "50"

export default async function CustomersPage({ searchParams }: PageProps<"/desk/customers">) {
  await requirePermission("customer.read")
  const { q: typed, after } = await searchParams
  const asked = { q: [typed].flat()[0]?.trim(), after, limit: ROWS }
  const { wanted, unused } = understood(customerOperations.listCustomers.input, asked)
  const q = [wanted.q].flat()[0]
  const { items, next } = await loadCustomers(wanted)
  return (
    <div className="space-y-4 px-4 py-2">
      <Heading level={1} size="page">
        Customers
      </Heading>
      <UnusedParts unused={unused} />
      <CustomerSearch q={q} />
      {items.length > 0 ? (
        <CustomerTable customers={items} q={q} />
      ) : q ? (
        <EmptyState
          icon="search-x"
          title="No matching customers"
          action={
            <ButtonLink href={customersAddress({})} variant="secondary">
              Clear search
            </ButtonLink>
          }
        >
          Try fewer words, or part of the name, phone, email or address.
        </EmptyState>
      ) : (
        <EmptyState icon="circle-user-round" title="No customers" />
      )}
      <Pagination
        label="Customers"
        first={wanted.after && customersAddress({ q })}
        next={next && customersAddress({ q, after: next })}
      />
    </div>
  )
}
