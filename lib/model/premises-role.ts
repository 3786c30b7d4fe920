/** What a customer is to premises. */
export const PREMISES_ROLES = ["occupier", "owner", "landlord", "agent"] as const
export type PremisesRole = (typeof PREMISES_ROLES)[number]

export const PREMISES_ROLE_NAMES: Record<PremisesRole, string> = {
  occupier: "Occupier",
  owner: "Owner",
  landlord: "Landlord",
  agent: "Agent",
}
