import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { line, One } from "@/lib/model/text"
import { Mail } from "./contract"

const WHERE = "Only in a demo or in development without a mail server."

export const mailOperations = {
  listMails: operation({
    method: "get",
    path: "/mails",
    tag: "Mail",
    access: "account",
    status: 200,
    summary: "List emails that were kept instead of sent, newest first",
    description: WHERE,
    input: Paging.extend({
      to: line("an email address", { max: 254 }).optional().describe("Only emails to this address"),
    }),
    example: { to: "amara.okafor@example.com", limit: 20 },
    output: page(Mail),
  }),
  getMail: operation({
    method: "get",
    path: "/mails/{id}",
    tag: "Mail",
    access: "account",
    status: 200,
    summary: "Get an email that was kept instead of sent",
    description: WHERE,
    input: One,
    output: Mail,
  }),
}
