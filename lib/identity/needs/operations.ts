import { z } from "zod"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Needs, NeedsChange, NeedsOfCustomer } from "./contract"

const example: NeedsChange = {
  needs: ["baby", "cannot_reach_door"],
  language: "Polish",
  visitPassword: "Heron",
  mayContact: true,
  version: 1,
}

export const needsOperations = {
  getNeeds: operation({
    method: "get",
    path: "/profile/needs",
    tag: "Profile",
    access: "account",
    fails: ["not_found"],
    status: 200,
    summary: "Get what you told us about extra help, your language, your password for visits, and being contacted",
    input: z.object({}),
    output: Needs,
  }),
  editNeeds: operation({
    method: "put",
    path: "/profile/needs",
    tag: "Profile",
    access: "account",
    fails: ["not_found"],
    status: 200,
    summary: "Tell us about extra help, your language, a password for visits, and whether we may contact you",
    input: NeedsChange,
    example,
    output: Needs,
  }),
  getNeedsOf: operation({
    method: "get",
    path: "/customers/{id}/needs",
    tag: "Customers",
    access: "account",
    keys: "need.read",
    status: 200,
    summary: "Get what a customer told us about extra help, their language, and being contacted",
    input: One,
    example: { id: EXAMPLE_ID },
    output: Needs,
  }),
  editNeedsOf: operation({
    method: "put",
    path: "/customers/{id}/needs",
    tag: "Customers",
    access: "account",
    status: 200,
    summary: "Write down what a customer tells us about extra help, their language, and being contacted",
    input: NeedsOfCustomer,
    example: { id: EXAMPLE_ID, ...example },
    output: Needs,
  }),
}
