import { z } from "zod"
import { operation } from "@/lib/http/operation"
import { page } from "@/lib/http/page"
import { One } from "@/lib/text"
import { Assign, Filing, Move, RequestFilter, RequestSummary, ServiceRequest, TimelineEntry } from "./contract"

export const requestOperations = {
  fileRequest: operation({
    method: "post",
    path: "/requests",
    tag: "Requests",
    access: "account",
    keys: "request.file",
    status: 201,
    summary: "File a service request",
    description:
      "It gets a reference and is assigned at once, or waits for somebody to be available. Unless it is an emergency, it also waits until the customer has confirmed their e-mail address. In danger, ring the emergency line first. Title and description that speak of a danger, such as a smell of gas, make it an emergency in any category; see `danger` and `happeningNow`.",
    input: Filing,
    output: ServiceRequest,
  }),
  listRequests: operation({
    method: "get",
    path: "/requests",
    tag: "Requests",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Requests you may see: your own, those assigned to you, or all",
    input: RequestFilter,
    output: page(RequestSummary),
  }),
  getRequest: operation({
    method: "get",
    path: "/requests/{id}",
    tag: "Requests",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "One request",
    input: One,
    output: ServiceRequest,
  }),
  deleteRequest: operation({
    method: "delete",
    path: "/requests/{id}",
    tag: "Requests",
    access: "account",
    keys: "request.delete",
    status: 204,
    summary: "Delete your request while it is pending",
    description:
      "Answered 409 once work has begun or it has ended, and for an emergency once somebody has acknowledged it.",
    input: One,
    output: z.void(),
  }),
  moveRequest: operation({
    method: "put",
    path: "/requests/{id}/status",
    tag: "Requests",
    access: "account",
    keys: "request.move",
    status: 200,
    summary: "Change the status",
    input: Move,
    output: ServiceRequest,
  }),
  assignRequest: operation({
    method: "put",
    path: "/requests/{id}/assignee",
    tag: "Requests",
    access: "account",
    keys: "request.assign",
    status: 200,
    summary: "Give the request to somebody else",
    input: Assign,
    output: ServiceRequest,
  }),
  listTimeline: operation({
    method: "get",
    path: "/requests/{id}/timeline",
    tag: "Requests",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "What happened to a request, oldest first",
    input: One,
    output: z.object({ items: z.array(TimelineEntry) }),
  }),
}
