/** Why a request was cancelled, or why nobody answers for one any more. */
export const ACCOUNT_DELETED = "The customer deleted their account"
