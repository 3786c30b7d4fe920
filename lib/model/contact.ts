/** The ways in which a customer can choose to hear from us about one request. */
export const CONTACT_PREFERENCES = ["phone", "email", "text_message"] as const
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number]

export const CONTACT_NAMES: Record<ContactPreference, string> = {
  phone: "Phone call",
  email: "Email",
  text_message: "Text message",
}
