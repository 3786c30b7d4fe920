import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { Id } from "@/lib/model/text"
import { Customer, CustomerFilter, CustomerToCreate, ListedCustomer, PortalInvitation } from "./contract"

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
  createCustomer: operation({
    method: "post",
    path: "/customers",
    tag: "Customers",
    access: "account",
    keys: "customer.create",
    status: 201,
    summary: "Add a customer, such as someone who called",
    description:
      "A name and a phone number are enough. They have no password and get no email: see `POST /customers/{id}/invitations`. 409 if a customer has this phone number, however it is written: `customers` names them, so that you can use theirs or send `another`. 409 also if one has this email address.",
    input: CustomerToCreate,
    example: {
      name: "Wanda Kowalska",
      phone: "0113 496 0017",
      premises: { line1: "14 Harbour Street", town: "Leeds", postcode: "LS2 7BX" },
    },
    output: Customer,
  }),
  inviteCustomer: operation({
    method: "post",
    path: "/customers/{id}/invitations",
    tag: "Customers",
    access: "account",
    keys: "customer.invite",
    status: 202,
    summary: "Invite a customer to the portal",
    description:
      "We email them a link to choose a password, which works once, for seven days. They then see all their requests, also those sent for them. 409 if they have confirmed their email address before, and so can sign in.",
    input: PortalInvitation,
    example: { email: "wanda.kowalska@example.com" },
    output: Customer,
  }),
}
