export { docsPage as GET } from "@/lib/http/api-docs"
