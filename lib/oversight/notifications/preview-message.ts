import type { NoticeId } from "@/lib/model/notice"
import { NOTICES } from "@/lib/model/notice"
import { appAddress } from "@/lib/oversight/mail/app-address"
import { env } from "@/lib/runtime/env"
import { footerOf } from "./compose-notification"
import { MESSAGE_PLACEHOLDERS, type MessagePattern, type MessageValues } from "./message-texts"
import { toldPath } from "./told-path"
import { type WrittenMessage, writeMessage } from "./write-message"

const SAMPLE_REQUEST = "019f3c1a-7b20-7c44-9d1e-2f6a5b8c7d10"

/** An email as somebody would get it, about a request that there is not. */
export function previewMessage(notice: NoticeId, pattern: MessagePattern): WrittenMessage {
  const role = NOTICES[notice].for
  const samples = Object.fromEntries(Object.entries(MESSAGE_PLACEHOLDERS).map(([name, { sample }]) => [name, sample]))
  const values: MessageValues = {
    ...samples,
    utility: env().UTILITY_NAME,
    emergency_phone: env().EMERGENCY_PHONE,
    link: appAddress(toldPath(role, { requestId: notice === "dangerous_email" ? null : SAMPLE_REQUEST })),
  }
  return writeMessage(pattern, values, footerOf(role))
}
