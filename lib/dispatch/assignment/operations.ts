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
    summary: "Why a request is with whom, or with nobody",
    description: "With everybody who was weighed, their load at that moment, and what stood in the way of the others.",
    input: One,
    output: Assignment,
  }),
}
