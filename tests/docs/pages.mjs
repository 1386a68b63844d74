// The documents as the tests read them: text, links, and what stands in code.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const read = (path) => readFileSync(join(root, path), 'utf8')
export const exists = (path) => existsSync(join(root, path))

/** README in both languages, CONTRIBUTING and everything under docs/, by path. */
export const pages = ['README.md', 'README.zh.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]

/** Fenced blocks as {language, text, before}: `before` is the last line of prose above the block. */
export function blocks(path) {
  const found = []
  let before = '', open = null
  for (const line of read(path).split('\n')) {
    if (line.startsWith('```')) {
      if (open) found.push(open)
      open = open ? null : { language: line.slice(3).trim(), text: '', before }
    } else if (open) open.text += `${line}\n`
    else if (line.trim()) before = line
  }
  return found
}

/** The prose: everything outside the blocks. */
export const prose = (path) => read(path).split(/^```[^\n]*$/m).filter((_, index) => index % 2 === 0).join('\n')

/** What stands between single backticks in a text. */
export const spans = (text) => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1])

/** Everything in code of a page, a continued line as one. */
export const code = (path) => [...blocks(path).flatMap((block) => block.text.replaceAll('\\\n', ' ').split('\n')), ...spans(prose(path))]

/** A heading as its anchor, the way GitHub makes it. */
export const anchor = (heading) => heading.replaceAll('`', '').trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
