import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { line, One } from "@/lib/model/text"
import { Mail } from "./contract"

const WHERE = "Only in a demo and in development, while no mail server is named: there is nothing here otherwise."

export const mailOperations = {
  listMails: operation({
    method: "get",
    path: "/mails",
    tag: "Mail",
    access: "account",
    status: 200,
    summary: "Mails that were kept instead of sent, newest first",
    description: WHERE,
    input: Paging.extend({
      to: line("an e-mail address", { max: 254 }).optional().describe("Only mails to this address"),
    }),
    output: page(Mail),
  }),
  getMail: operation({
    method: "get",
    path: "/mails/{id}",
    tag: "Mail",
    access: "account",
    status: 200,
    summary: "One mail that was kept instead of sent",
    description: WHERE,
    input: One,
    output: Mail,
  }),
}
