// Files of a record: chosen, sent, refused by name, viewed, taken out.
import assert from 'node:assert/strict'
import zlib, { deflateSync } from 'node:zlib'
import { journey } from './journey.mjs'
import { AxeBuilder, settled, signIn } from './visitor.mjs'

/** CRC-32 as PNG wants it; node's own is younger than the oldest one we run on. */
function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}
/** A picture of slow colours. */
export function png(width, height) {
  const rows = Buffer.alloc((1 + 3 * width) * height)
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const at = y * (1 + 3 * width) + 1 + 3 * x
      rows[at] = (120 + (x * 100) / width) & 255
      rows[at + 1] = (150 + (y * 80) / height) & 255
      rows[at + 2] = 140
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
/** Two pages with a word each. */
export function pdf() {
  const page = (n) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents ${n} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`
  const content = (word) => `<< /Length ${word.length + 34} >>\nstream\nBT /F1 24 Tf 40 200 Td (${word}) Tj ET \nendstream`
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>', page(5), page(6), content('First page'), content('Second page')]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
}

/** A new institution's page. */
export async function openInstitution(visit) {
  const { page } = visit
  const at = (path) => new URL(path, page.url()).href
  const me = await (await page.request.get(at('/api/accounts/me'))).json()
  const answer = await page.request.post(at('/api/institutions'), {
    headers: { 'X-CSRF-Token': me.csrf_token },
    data: { region: me.region, name: `相册${Date.now().toString(36)}`, kind: 'elderly_home' },
  })
  assert.equal(answer.status(), 201, await answer.text())
  await visit.open(`/records/institution/${(await answer.json()).row.id}`)
  await page.getByRole('heading', { level: 2, name: /^照片/ }).waitFor()
}

journey('photographs and papers are added, refused by name, viewed and taken out', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await openInstitution(visit)
  const photographs = page.getByLabel('添加照片')
  await photographs.setInputFiles([
    { name: '大门.png', mimeType: 'image/png', buffer: png(640, 480) },
    { name: '走廊.png', mimeType: 'image/png', buffer: png(480, 640) },
  ])
  await page.getByRole('button', { name: '查看 大门.png' }).waitFor()
  await page.getByRole('button', { name: '查看 走廊.png' }).waitFor()
  const drawn = await page.getByRole('button', { name: '查看 大门.png' }).locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth))
  assert.equal(drawn, 320)

  await photographs.setInputFiles({ name: '程序.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90 program') })
  await page.locator('.why', { hasText: '内容却是 EXE' }).waitFor()
  const left = (await new AxeBuilder({ page }).analyze()).violations
  assert.deepEqual(left.map((one) => one.id), [])
  await page.getByRole('button', { name: '移除 程序.jpg 的提示' }).click()

  await page.getByRole('button', { name: '查看 大门.png' }).click()
  await page.getByRole('dialog').getByRole('img', { name: '大门.png' }).waitFor()
  await page.keyboard.press('Escape')

  await page.getByLabel('添加材料').setInputFiles({ name: '章程.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await page.getByRole('button', { name: '查看 章程.pdf' }).click()
  await page.getByText('第 1 页，共 2 页').waitFor()
  await page.getByRole('button', { name: '下一页' }).click()
  await page.getByText('第 2 页，共 2 页').waitFor()
  const ink = await page.locator('dialog canvas').evaluate(async (canvas) => {
    await new Promise((done) => setTimeout(done, 500))
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    return data.some((value, i) => i % 4 === 0 && value < 100)
  })
  assert.equal(ink, true, 'the page is drawn')
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations.map((one) => one.id), [])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '删除 走廊.png' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name: '查看 走廊.png' }).waitFor({ state: 'detached' })
  await settled(page)
})

journey('by keyboard alone: a file is viewed and its window closed', {}, async (visit) => {
  await signIn(visit, 'official')
  const { page } = visit
  await openInstitution(visit)
  await page.getByLabel('添加照片').setInputFiles({ name: '大门.png', mimeType: 'image/png', buffer: png(320, 200) })
  const look = page.getByRole('button', { name: '查看 大门.png' })
  await look.waitFor()
  await look.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await look.evaluate((button) => button === document.activeElement), true)
})
