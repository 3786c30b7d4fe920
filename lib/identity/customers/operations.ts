import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { Id } from "@/lib/model/text"
import { Customer, CustomerFilter, ListedCustomer } from "./contract"

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
  getCustomer: operation({
    method: "get",
    path: "/customers/{id}",
    tag: "Customers",
    access: "account",
    keys: "customer.read",
    status: 200,
    summary: "Get one customer, with how to reach them",
    input: z.object({ id: Id }),
    output: Customer,
  }),
}
