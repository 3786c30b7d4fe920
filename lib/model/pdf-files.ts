/** Where browsers get what shows PDFs: the program that reads them, and the fonts that they need not bring. */
export const PDF_FILES = "/api/pdf"
