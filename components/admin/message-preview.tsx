import { Muted } from "@/components/ui/muted"

interface MessagePreviewProps {
  subject: string
  text: string
}

/** An email as its reader gets it, in plain text. */
export const MessagePreview = ({ subject, text }: MessagePreviewProps) => (
  <div className="space-y-4">
    <p className="font-semibold wrap-anywhere">{subject}</p>
    <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
    <Muted small>What differs from one request to another is made up here.</Muted>
  </div>
)
