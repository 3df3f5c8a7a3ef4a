// This browser and push: whether it can, whether it does, and ending it. The server tells by push whom it knows; which of
// those is this browser is remembered here.
import { api } from './api'
import { readStored, removeStored, writeStored } from './deviceSettings'

const KEY = 'zx-push'

export interface PushKeys {
  endpoint: string
  p256dh: string
  auth: string
}

/** Only where the service worker runs (https or localhost); on iPhones only after adding the page to the home screen. */
export function canPush(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

/** The permission was refused: only the browser's own settings give it back. */
export function isPushForbidden(): boolean {
  return canPush() && Notification.permission === 'denied'
}

/** The id under which the server knows this browser, if it was switched on here. */
export function pushId(): string | null {
  return readStored(KEY)
}

export function rememberPush(id: string): void {
  writeStored(KEY, id)
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}

function textOf(bytes: ArrayBuffer | null): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Asks for the permission; nothing when it is not given. A subscription made for another key is of no use. */
export async function beginPush(publicKey: string): Promise<PushKeys | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) })
  return { endpoint: made.endpoint, p256dh: textOf(made.getKey('p256dh')), auth: textOf(made.getKey('auth')) }
}

/** For whoever leaves this desk too: the next one must not be shown their notices. */
export async function endPush(): Promise<void> {
  const id = pushId()
  if (!id || !canPush()) return
  removeStored(KEY)
  await api.delete('/api/v1/push-subscriptions/{id}', { path: { id } }).catch(() => undefined)
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
}
