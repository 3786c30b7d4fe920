export { docsAsset as GET } from "@/lib/http/api-docs"
