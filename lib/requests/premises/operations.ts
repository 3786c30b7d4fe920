import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { PremisesNotes, PremisesPaging, PremisesRecord, RequestThere } from "./contract"

export const premisesOperations = {
  getPremises: operation({
    method: "get",
    path: "/premises/{id}",
    tag: "Premises",
    access: "account",
    keys: "premises.read",
    status: 200,
    summary: "Get premises: the address, its supply point and meters, who lives there, and notes for engineers",
    input: One,
    example: { id: EXAMPLE_ID },
    output: PremisesRecord,
  }),
  listPremisesRequests: operation({
    method: "get",
    path: "/premises/{id}/requests",
    tag: "Premises",
    access: "account",
    keys: "premises.read",
    status: 200,
    summary: "List all requests there have been at these premises: open ones first, and of these the newest",
    input: PremisesPaging,
    example: { id: EXAMPLE_ID, limit: 20 },
    output: page(RequestThere),
  }),
  listHomeRequests: operation({
    method: "get",
    path: "/profile/homes/{id}/requests",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "List your requests for one of your homes: open ones first, and of these the newest",
    input: PremisesPaging,
    example: { id: EXAMPLE_ID, limit: 20 },
    output: page(RequestThere),
  }),
  editPremisesNotes: operation({
    method: "patch",
    path: "/premises/{id}",
    tag: "Premises",
    access: "account",
    keys: "premises.edit",
    status: 200,
    summary: "Change the notes for engineers",
    input: PremisesNotes,
    example: { id: EXAMPLE_ID, notes: "Dog in the yard. Key safe beside the back door.", version: 1 },
    output: PremisesRecord,
  }),
}
