import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { FiledMail, KeptMail, KeptMails, MailToFile, TakenMail } from "./contract"

export const inboundMailOperations = {
  takeMail: operation({
    method: "post",
    path: "/inbound-mails",
    tag: "Mail",
    access: "account",
    keys: "inbound-mail.create",
    status: 201,
    summary: "Deliver an email that came in",
    description: [
      "For your mail server, with a key that has the scope `mails:write`. The body is the email as it came (RFC 5322), up to 25 MB. What a customer answers to an email about a request becomes a message of that request, with its files, as if they had typed it on the request's page.",
      "The address that it came to says which request and customer it is about. It has to be from the customer's own address: check SPF, DKIM and DMARC before you deliver it. Automatic answers and mailing lists are dropped, a delivery report (RFC 3464) marks the customer's address, and all else is kept for a supervisor. An email that is delivered again changes nothing and has the same answer.",
    ].join("\n\n"),
    input: z.object({}),
    body: "mail",
    output: TakenMail,
    fails: ["insufficient_storage"],
  }),
  listKeptMails: operation({
    method: "get",
    path: "/inbound-mails",
    tag: "Mail",
    access: "account",
    status: 200,
    summary: "List emails that wait for a supervisor, newest first",
    input: KeptMails,
    example: { limit: 20 },
    output: page(KeptMail),
  }),
  fileMail: operation({
    method: "post",
    path: "/inbound-mails/{id}/message",
    tag: "Mail",
    access: "account",
    status: 201,
    summary: "Add a kept email to a request, as a message of its customer",
    description: "You vouch that it is from the request's customer. 409 if the request has ended.",
    input: MailToFile,
    example: { reference: "GR-7K3M-9Q2F" },
    output: FiledMail,
    fails: ["conflict", "too_many_requests"],
  }),
  dropMail: operation({
    method: "delete",
    path: "/inbound-mails/{id}",
    tag: "Mail",
    access: "account",
    status: 204,
    summary: "Drop a kept email",
    input: One,
    output: z.void(),
  }),
}
