// Repeats published draws by other hands than the engine's: the script of the page and, where python3 is present, the lines of docs/draw.md.
// Usage: node tests/draw/replay.mjs FOLDER. FOLDER/sound.txt and FOLDER/altered.txt hold bundles one after another, each ended by a NUL.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sm3, verify } from '../../src/engines/draw/verify_draw.mjs'

const folder = process.argv[2]
const bundles = (name) => readFileSync(join(folder, name), 'utf8').split('\0').slice(0, -1)
const sound = bundles('sound.txt'), altered = bundles('altered.txt')

// The two examples of GB/T 32905-2016, annex A.
const examples = [['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'], ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732']]
for (const [text, digits] of examples) assert.equal(sm3(text), digits)
const fails = (text) => verify(text).filter(([, holds]) => !holds).map(([what]) => what)
for (const [index, text] of sound.entries()) assert.deepEqual(fails(text), [], `draw ${index}\n${text}`)
for (const [index, text] of altered.entries()) assert.notDeepEqual(fails(text), [], `altered ${index}\n${text}`)
console.log(`JavaScript: ${sound.length} sound, ${altered.length} altered`)

const [lines, sm3Lines] = [...readFileSync('docs/draw.md', 'utf8').matchAll(/```python\n([\s\S]*?)```/g)].map((found) => found[1])
assert.ok(lines.trimEnd().split('\n').length <= 40, 'the script of docs/draw.md is longer than it says')
const check = join(folder, 'check.py'), all = join(folder, 'all.py'), one = join(folder, 'one.json')
writeFileSync(check, lines)
writeFileSync(join(folder, 'sm3.py'), sm3Lines)
// One process for all of them: each bundle is run as the script runs it, from a file named by its argument.
writeFileSync(all, `
import contextlib, io, json, sys
sys.path.insert(0, sys.argv[2])
import sm3
for text, digits in json.loads(sys.argv[4]): assert sm3.sm3(text) == digits
code = compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec")
def holds(data):
    with open(sys.argv[3], "wb") as file: file.write(data)
    saved, sys.argv = sys.argv, ["check.py", sys.argv[3]]
    try:
        with contextlib.redirect_stdout(io.StringIO()): exec(code, {})
    except SystemExit as end: return not end.code
    except Exception: return False
    finally: sys.argv = saved
    return False
read = lambda name: open(sys.argv[2] + "/" + name, "rb").read().split(b"\\0")[:-1]
print(json.dumps([[index for index, data in enumerate(read("sound.txt")) if not holds(data)], [index for index, data in enumerate(read("altered.txt")) if holds(data)]]))
`)
const python = spawnSync('python3', [all, check, folder, one, JSON.stringify(examples)], { encoding: 'utf8' })
if (python.error) console.log('Python: not present')
else {
  assert.equal(python.status, 0, python.stderr)
  const [refused, missed] = JSON.parse(python.stdout)
  assert.deepEqual(refused.map((index) => sound[index]).slice(0, 1), [])
  assert.deepEqual(missed.map((index) => altered[index]).slice(0, 1), [])
  console.log(`Python: ${sound.length} sound, ${altered.length} altered`)
}
