// Keeps the shell on the device and, once that is there, all other pages: hashed assets are served from the cache, pages from the network with the cached shell
// as fall-back. The API is never cached: what people read here must be what the server knows now.

const VERSION = '__VERSION__'
const SHELL = [/* __SHELL__ */]
const REST = [/* __REST__ */]
const CACHE = `zhixing-${VERSION}`
const ALWAYS = ['/', '/offline.html', '/boot.js', '/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...ALWAYS, ...SHELL])).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('zhixing-') && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
      // Not waited for: requests stand in line until activation ends.
      .then(() => void keepRest()),
  )
})

/** All other pages, one by one after the first look, so that whoever loses the network still gets to every form. */
async function keepRest() {
  const cache = await caches.open(CACHE)
  for (const path of REST) if (!(await cache.match(path))) await cache.add(path).catch(() => undefined)
}

/** A notice, encrypted for this browser alone. Browsers want each push to be shown. */
self.addEventListener('push', (event) => {
  const { title, body, path, tag } = event.data?.json() ?? {}
  event.waitUntil(self.registration.showNotification(title || '知行', { body, tag, data: { path }, icon: '/icons/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data?.path ?? '/'))
})

/** The window that shows it already, or a new one: what somebody is writing elsewhere stays. */
async function openPage(path) {
  const wanted = new URL(path, self.location.origin)
  const url = wanted.origin === self.location.origin ? wanted : new URL('/', self.location.origin)
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const same = windows.find((each) => new URL(each.url).pathname === url.pathname)
  return same ? same.focus() : self.clients.openWindow(url.href)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPage(url)) event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || ALWAYS.includes(url.pathname)) event.respondWith(cacheFirst(request))
})

/** Public pages, downloads and the API's own documents are the server's, not the shell's. */
function isPage(url) {
  return !/^\/(api|p|healthz|readyz|metrics)(\/|$)/.test(url.pathname)
}

async function page(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/')) ?? (await caches.match('/offline.html')) ?? Response.error()
  }
}

async function cacheFirst(request) {
  const cached = await caches.match(request)
  if (cached) return cached
  const response = await fetch(request)
  if (response.ok) (await caches.open(CACHE)).put(request, response.clone())
  return response
}
