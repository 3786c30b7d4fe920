import type { z } from "zod"
import type { Actor, Visitor } from "./actor"
import type { KeyPermission } from "./policy"

export type Access = "public" | "account"

/** What a verb takes, gives, and asks of its caller. */
export interface Contract<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  access: A
  /** Path, query and body in one object; the path wins. */
  input: I
  output: O
  /** Set when API keys may call: with the scope that this permission needs, or with any. Closed to keys otherwise. */
  keys?: KeyPermission | "any"
}

/** A contract with a place in the API: one thing the system can do, for forms, JSON and documentation alike. */
export interface Operation<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> extends Contract<I, O, A> {
  method: "get" | "post" | "put" | "patch" | "delete"
  /** Below /api/v1, with `{name}` for what comes from the path. */
  path: string
  tag: string
  summary: string
  description?: string
  status: 200 | 201 | 202 | 204
  /** How the body travels, when it is not JSON. */
  body?: "multipart"
  /** Set when the answer is a file. */
  file?: true
}

export const contract = <I extends z.ZodObject, O extends z.ZodType, A extends Access>(it: Contract<I, O, A>) => it

export const operation = <I extends z.ZodObject, O extends z.ZodType, A extends Access>(it: Operation<I, O, A>) => it

/** Who calls: anybody for public operations, a signed-in account for the rest. */
export type Caller<A extends Access> = A extends "public" ? Visitor : Actor

/** The domain's side of a contract. */
export type Verb<I extends z.ZodObject, O extends z.ZodType, A extends Access> = (
  caller: Caller<A>,
  input: z.output<I>,
) => Promise<z.input<O>>
