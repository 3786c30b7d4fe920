import { cache } from "react"
import { load } from "@/lib/http/load"
import { getCustomerNotes } from "@/lib/identity/customer-notes/get-customer-notes"
import { customerNoteOperations } from "@/lib/identity/customer-notes/operations"
import { getCustomer } from "@/lib/identity/customers/get-customer"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { customerOperations } from "@/lib/identity/customers/operations"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"

export const loadCustomers = load(customerOperations.listCustomers, listCustomers)

export const loadNeeds = load(needsOperations.getNeedsOf, getNeeds)
export const loadNotes = load(customerNoteOperations.getCustomerNotes, getCustomerNotes)
export const loadHomes = load(homeOperations.listHomesOf, listHomes)

const loadOne = load(customerOperations.getCustomer, getCustomer)

/** Asked for by a page's title and by the page itself. */
export const loadCustomer = cache((id: string) => loadOne({ id }))
