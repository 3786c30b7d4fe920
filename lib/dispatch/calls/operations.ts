import { contract } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import { Call, CallerToName, TakenRequest } from "./contract"

/** What the page of calls does. Programs use `POST /customers` and `POST /requests`. */
export const calls = {
  take: contract({ access: "account", input: Call, output: ServiceRequest }),
  nameCaller: contract({ access: "account", input: CallerToName, output: ServiceRequest }),
  getTaken: contract({ access: "account", input: One, output: TakenRequest }),
}
