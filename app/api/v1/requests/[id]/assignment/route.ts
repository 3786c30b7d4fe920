import { explainAssignment } from "@/lib/assignment/explain"
import { assignmentOperations } from "@/lib/assignment/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(assignmentOperations.explainAssignment, explainAssignment)
