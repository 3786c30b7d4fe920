import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Assignment } from "./contract"

export const assignmentOperations = {
  explainAssignment: operation({
    method: "get",
    path: "/requests/{id}/assignment",
    tag: "Requests",
    access: "account",
    status: 200,
    summary: "Explain why a request is assigned or unassigned",
    description: "Lists the people who were considered, their load at that moment, and why the others were excluded.",
    input: One,
    output: Assignment,
  }),
}
