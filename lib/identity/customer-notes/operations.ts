import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { CustomerNotes, CustomerNotesChange } from "./contract"

export const customerNoteOperations = {
  getCustomerNotes: operation({
    method: "get",
    path: "/customers/{id}/notes",
    tag: "Customers",
    access: "account",
    status: 200,
    summary: "Get what staff have noted of a customer. For staff only",
    input: One,
    example: { id: EXAMPLE_ID },
    output: CustomerNotes,
  }),
  editCustomerNotes: operation({
    method: "put",
    path: "/customers/{id}/notes",
    tag: "Customers",
    access: "account",
    status: 200,
    summary: "Change what staff have noted of a customer. For staff only",
    input: CustomerNotesChange,
    example: { id: EXAMPLE_ID, notes: "Prefers calls after 4 pm. Her son Ade answers for her.", version: 1 },
    output: CustomerNotes,
  }),
}
