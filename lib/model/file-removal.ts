/** Why somebody removes a file that another has attached. Choices, because the audit log keeps them for good. */
export const FILE_REMOVAL_REASONS = {
  wrong_request: "It belongs to another request or customer",
  private: "It shows something private",
  asked: "The sender asked us to remove it",
  not_needed: "It was added by mistake",
} as const

export type FileRemovalReason = keyof typeof FILE_REMOVAL_REASONS
export const ALL_FILE_REMOVAL_REASONS = Object.keys(FILE_REMOVAL_REASONS) as [FileRemovalReason, ...FileRemovalReason[]]
