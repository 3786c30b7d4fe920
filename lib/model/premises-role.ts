/** What a customer is to premises. */
export const PREMISES_ROLES = ["occupier", "owner", "landlord", "agent"] as const
