import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { RequestCare } from "./contract"

export const careOperations = {
  getRequestCare: operation({
    method: "get",
    path: "/requests/{id}/care",
    tag: "Requests",
    access: "account",
    status: 200,
    summary:
      "Get what to know before a visit: needs of the customer, their language and password for visits, and access",
    input: One,
    example: { id: EXAMPLE_ID },
    output: RequestCare,
  }),
}
