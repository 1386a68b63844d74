/** SHA-256 of a file, in hexadecimal digits; the file stays on this computer. Only where the browser has it: over TLS or on this machine. */
export async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
