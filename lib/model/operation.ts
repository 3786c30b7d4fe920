import type { z } from "zod"
import type { Actor, Visitor } from "./actor"
import type { ErrorCode } from "./errors"
import type { KeyPermission } from "./policy"

export type Access = "public" | "account"

/** The input and output of a verb, and who may call it at all. */
export interface Contract<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  access: A
  /** Path, query and body in one object. Where two name the same field, the path wins. */
  input: I
  output: O
  /** Opens the operation to API keys: to those with the scope for this permission, or to any. Without it they get 403. */
  keys?: KeyPermission | "any"
}

/** A contract with a place in the API. Forms, the JSON endpoint and the documentation are all made from it. */
export interface Operation<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> extends Contract<I, O, A> {
  method: "get" | "post" | "put" | "patch" | "delete"
  /** The path below /api/v1, with `{name}` for each parameter. */
  path: string
  tag: string
  summary: string
  description?: string
  /** What the documentation shows and people try first: ordinary and harmless. What the path names is left out. */
  example?: Partial<z.input<I>>
  status: 200 | 201 | 202 | 204
  /** Set when the body is multipart/form-data, or an email as mail servers have it, instead of JSON. */
  body?: "multipart" | "mail"
  /** Whether JSON is taken, too. */
  orJson?: true
  /** The types of the file that it answers with, if it does. */
  file?: readonly string[]
  /** Whether that file is shown and not saved, and may be asked for again by its ETag. */
  shown?: true
  /** Whether it may redirect to the file at another address. */
  elsewhere?: true
  /** Whether a part of the file can be asked for by `Range`. */
  parts?: true
  /** What it refuses besides what follows from access, path, method and body. */
  fails?: readonly ErrorCode[]
}

/** The id in examples. */
export const EXAMPLE_ID = "019f3c1a-7b20-7c44-9d1e-2f6a5b8c7d10"

/** Declares a contract without a place in the API, for pages only. Exists for its types. */
export const contract = <I extends z.ZodObject, O extends z.ZodType, A extends Access>(it: Contract<I, O, A>) => it

/** Declares an operation. Exists for its types. */
export const operation = <I extends z.ZodObject, O extends z.ZodType, A extends Access>(it: Operation<I, O, A>) => it

/** The first argument of a verb: a visitor for public operations, a signed-in actor for all others. */
export type Caller<A extends Access> = A extends "public" ? Visitor : Actor

/** The function behind a contract. */
export type Verb<I extends z.ZodObject, O extends z.ZodType, A extends Access> = (
  caller: Caller<A>,
  input: z.output<I>,
) => Promise<z.input<O>>
