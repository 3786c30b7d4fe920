import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import { PartOfReports, ReportsPart, TakenTogether, Together } from "./contract"

export const reportOperations = {
  getReports: operation({
    method: "get",
    path: "/requests/{id}/reports",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Get the other reports of an emergency and those around it",
    description: "For staff.",
    input: ReportsPart,
    example: { limit: 20 },
    output: PartOfReports,
  }),
  separateReport: operation({
    method: "put",
    path: "/requests/{id}/separation",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Handle a report on its own",
    description:
      "For an emergency that joined an earlier report because it is at the same premises or from the same source. It is offered to someone straight away. 409 if it joined none.",
    input: One,
    output: ServiceRequest,
  }),
  acknowledgeTogether: operation({
    method: "put",
    path: "/emergencies/acknowledgement",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Acknowledge several emergencies together",
    description: "Those that you may not take, or that another person has acknowledged, are left out, with the reason.",
    input: Together,
    example: { ids: [EXAMPLE_ID] },
    output: TakenTogether,
  }),
}
