import { preferences } from './preferences'
import { ApiProblem, problemOf } from './problem'

function nameFrom(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/i.exec(disposition ?? '')?.[1]
}

/** Fetches a file and hands it to the person. A refusal is an ApiProblem as with any call, not a page of JSON. */
export async function download(url: string, fallbackName: string): Promise<void> {
  const response = await fetch(url, { headers: { 'accept-language': preferences.get().language }, credentials: 'same-origin' }).catch(() => {
    throw ApiProblem.unreachable()
  })
  if (!response.ok) throw await problemOf(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = nameFrom(response.headers.get('content-disposition')) ?? fallbackName
  link.click()
  // The browser reads the file after the click returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
