import { CATEGORIES, type Category } from "@/lib/model/category"
import { appAddress } from "./app-address"

/** What an email says of a request: nothing that a person typed. */
export interface MailedRequest {
  id: string
  reference: string
  category: Category
}

/** One line for each request, with the address of its page. */
export const requestLines = (requests: readonly MailedRequest[]): string =>
  requests
    .map(
      ({ id, reference, category }) =>
        `${reference}, ${CATEGORIES[category].name}: ${appAddress(`/desk/requests/${id}`)}`,
    )
    .join("\n")
