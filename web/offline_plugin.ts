import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { OutputBundle, OutputChunk, Plugin } from 'rollup'

/** What a chunk needs to run: itself, what it imports at once, and their styles. */
function needs(bundle: OutputBundle, chunk: OutputChunk, found: Set<string>): void {
  if (found.has(chunk.fileName)) return
  found.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
  for (const name of chunk.imports) {
    const next = bundle[name]
    if (next?.type === 'chunk') needs(bundle, next, found)
  }
}

/** Writes /sw.js, which keeps the entry and these pages (parts of their module names) for use without a network. */
export function offlinePages(pages: string[]): Plugin {
  return {
    name: 'offline-pages',
    // After the others: some of them take chunks away that hold styles alone.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const found = new Set<string>()
        for (const each of Object.values(bundle)) {
          if (each.type !== 'chunk') continue
          if (each.isEntry || pages.some((page) => each.moduleIds.some((id) => id.endsWith(page)))) needs(bundle, each, found)
        }
        const files = ['/', ...[...found].filter((name) => bundle[name]).sort().map((name) => '/' + name)]
        const release = 'laoyou-' + createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
        const source = readFileSync(new URL('./src/offline/service_worker.js', import.meta.url), 'utf8')
          .replace('__RELEASE__', release)
          .replace('__FILES__', JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}
