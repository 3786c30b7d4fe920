import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { CustomerFilter, ListedCustomer } from "./contract"

export const customerOperations = {
  listCustomers: operation({
    method: "get",
    path: "/customers",
    tag: "Customers",
    access: "account",
    keys: "customer.read",
    status: 200,
    summary: "List the customers you can send requests for, in order of registration",
    input: CustomerFilter,
    example: { email: "amara.okafor@example.com" },
    output: page(ListedCustomer),
  }),
}
