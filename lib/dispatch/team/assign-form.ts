import { AssignRequests, chosenRequests } from "./contract"
import { ChosenValue } from "./read-chosen"

export const AssignRequestsForm = AssignRequests.omit({ requests: true }).extend({
  chosen: chosenRequests(ChosenValue),
})
