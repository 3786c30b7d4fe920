export { pdfFile as GET } from "@/lib/http/pdf-file"
