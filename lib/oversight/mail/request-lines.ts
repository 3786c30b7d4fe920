import { CATEGORIES, type Category } from "@/lib/model/category"
import { appAddress } from "./app-address"
import type { MailedFacts } from "./emergency-facts"

/** What an email says of a request: nothing that a person typed, but where an emergency is. */
export interface MailedRequest {
  id: string
  reference: string
  category: Category
  /** Of an emergency: where it is, and when it was received. */
  facts?: MailedFacts | undefined
}

/** One line for each request, with the address of its page. */
export const requestLines = (requests: readonly MailedRequest[]): string =>
  requests
    .map(
      ({ id, reference, category, facts }) =>
        `${reference}, ${CATEGORIES[category].name}${facts ? `, ${facts.place}, received ${facts.received}` : ""}: ${appAddress(`/desk/requests/${id}`)}`,
    )
    .join("\n")
