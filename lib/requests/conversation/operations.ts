import { contract, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Mentionable, MentionSearch, MessageToSend, NoteTarget, NoteToLeave, WrittenWords } from "./contract"

export const conversationOperations = {
  sendMessage: operation({
    method: "post",
    path: "/requests/{id}/messages",
    tag: "Conversation",
    access: "account",
    keys: "any",
    status: 201,
    summary: "Send a message to the customer, or to staff",
    description: [
      "Customers write about their own requests, and staff about those they work on. Both see the message in the timeline as `messaged`. API keys with `requests:write` send what the customer says, those with `requests:work` what staff say.",
      "A customer's message resumes a request that is on hold for them. About a resolved request they say by `notFixed` whether the problem is fixed: `true` reopens it, for as many days as the settings say. What a customer writes is checked for a danger as `POST /requests/{id}/details` says, with the same limits. 409 if the request has ended.",
    ].join("\n\n"),
    input: MessageToSend,
    example: { text: "I am at home on Thursday from 9 am. Please use the upper bell." },
    output: WrittenWords,
    fails: ["conflict", "too_many_requests"],
  }),
  leaveNote: operation({
    method: "post",
    path: "/requests/{id}/notes",
    tag: "Conversation",
    access: "account",
    keys: "note.create",
    status: 201,
    summary: "Leave a note that only staff can see",
    description:
      "Any member of staff can leave a note on any request, for instance when its customer called. It is in the timeline as `noted_internally`, which no customer is ever shown.",
    input: NoteToLeave,
    example: { text: "The customer called: the spare key is with the neighbour at number 14." },
    output: WrittenWords,
    fails: ["conflict"],
  }),
  listMentionable: operation({
    method: "get",
    path: "/requests/{id}/mentionable",
    tag: "Conversation",
    access: "account",
    keys: "note.create",
    status: 200,
    summary: "List colleagues who can be mentioned in a note",
    description: "Active members of staff who can see the request, by name. Up to ten.",
    input: MentionSearch,
    example: { q: "gra" },
    output: Mentionable,
  }),
}

/** For the page that takes a note on a colleague's request. */
export const noteTarget = contract({ access: "account", input: One, output: NoteTarget })
