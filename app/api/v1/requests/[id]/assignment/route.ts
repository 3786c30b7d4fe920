import { explainAssignment } from "@/lib/dispatch/assignment/explain-assignment"
import { assignmentOperations } from "@/lib/dispatch/assignment/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(assignmentOperations.explainAssignment, explainAssignment)
