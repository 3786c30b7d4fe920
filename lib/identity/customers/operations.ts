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
    summary: "Customers for whom requests can be filed, in the order they registered",
    input: CustomerFilter,
    output: page(ListedCustomer),
  }),
}
