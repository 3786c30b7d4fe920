import { endpoint } from "@/lib/http/endpoint"
import { editCustomerNotes } from "@/lib/identity/customer-notes/edit-customer-notes"
import { getCustomerNotes } from "@/lib/identity/customer-notes/get-customer-notes"
import { customerNoteOperations } from "@/lib/identity/customer-notes/operations"

export const GET = endpoint(customerNoteOperations.getCustomerNotes, getCustomerNotes)
export const PUT = endpoint(customerNoteOperations.editCustomerNotes, editCustomerNotes)
