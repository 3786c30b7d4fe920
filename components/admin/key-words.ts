import type { ApiKey } from "@/lib/identity/keys/contract"
import { SCOPE_NAMES } from "@/lib/model/scope"

export const scopesInWords = ({ scopes }: Pick<ApiKey, "scopes">): string =>
  scopes.map((scope) => SCOPE_NAMES[scope]).join(", ")

export const reachInWords = ({ reach, customers }: Pick<ApiKey, "reach" | "customers">): string =>
  reach === "utility" ? "The whole utility" : customers.map(({ name }) => name).join(", ") || "No customers"
