import { cache } from "react"
import { load } from "@/lib/http/load"
import { getCustomer } from "@/lib/identity/customers/get-customer"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { customerOperations } from "@/lib/identity/customers/operations"

export const loadCustomers = load(customerOperations.listCustomers, listCustomers)

const loadOne = load(customerOperations.getCustomer, getCustomer)

/** Asked for by a page's title and by the page itself. */
export const loadCustomer = cache((id: string) => loadOne({ id }))
