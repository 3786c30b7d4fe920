import { STATUS_NAMES } from "@/lib/model/status"
import type { ServiceRequest } from "./contract"

/** What a request has become: its status, and who has it. */
export const stateInWords = ({
  status,
  assignee,
}: Pick<ServiceRequest, "status"> & { assignee: { name: string } | null }) =>
  `${STATUS_NAMES[status]}, ${assignee ? `assigned to ${assignee.name}` : "unassigned"}.`
