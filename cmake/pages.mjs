// Writes the built web pages as one assembler file and one C++ table, so that they are part of the program.
// usage: node pages.mjs DIST OUT_DIRECTORY
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const [dist, out] = process.argv.slice(2)
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.json': 'application/json', '.ico': 'image/x-icon', '.png': 'image/png',
  '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json',
}

function* files(folder, prefix = '') {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path, `${prefix}/${name}`)
    else yield { path, url: `${prefix}/${name}` }
  }
}

mkdirSync(out, { recursive: true })
const pages = existsSync(dist) ? [...files(dist)] : []
let assembler = '    .section .rodata\n'
let declarations = ''
let rows = ''
pages.forEach(({ path, url }, i) => {
  const bytes = readFileSync(path)
  const packed = gzipSync(bytes, { level: 9 })
  const pays = packed.length < bytes.length * 0.9
  const gzipFile = join(out, `page_${i}.gz`)
  if (pays) writeFileSync(gzipFile, packed)
  assembler += `    .globl laoyou_page_${i}\nlaoyou_page_${i}:\n    .incbin "${path}"\n`
  if (pays) assembler += `    .globl laoyou_page_${i}_gzip\nlaoyou_page_${i}_gzip:\n    .incbin "${gzipFile}"\n`
  declarations += `extern "C" const char laoyou_page_${i}[];\n`
  if (pays) declarations += `extern "C" const char laoyou_page_${i}_gzip[];\n`
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const gzipView = pays ? `{laoyou_page_${i}_gzip, ${packed.length}}` : '{}'
  rows += `    {"${url}", "${types[extname(url)] ?? 'application/octet-stream'}", {laoyou_page_${i}, ${bytes.length}}, ${gzipView}, "${hash}"},\n`
})
assembler += '    .byte 0\n    .section .note.GNU-stack,"",@progbits\n'
writeFileSync(join(out, 'pages.S'), assembler)
writeFileSync(join(out, 'pages.cpp'), `// Made by cmake/pages.mjs.
#include "app/pages.h"

#include <vector>

${declarations}
namespace laoyou::app {

std::span<const http::StaticFile> pages() {
  static const std::vector<http::StaticFile> files{
${rows}  };
  return files;
}

}  // namespace laoyou::app
`)
console.log(`${pages.length} pages embedded`)
