/** Which sign a number of a Chinese font stands for: tables that a PDF names and does not carry. Fetched one by one, when one is named. */
const k_addresses = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/{GB,UniGB}*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
})

export class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const address = k_addresses[`../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`]
    if (!address) throw new Error(`no character map ${name}`)
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`character map ${name}: ${answer.status}`)
    return { cMapData: new Uint8Array(await answer.arrayBuffer()), isCompressed: true }
  }
}
