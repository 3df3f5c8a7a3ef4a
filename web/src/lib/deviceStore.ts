// A small IndexedDB on the device: what a person typed must survive a lost network and a closed page.

const STORES = ['drafts', 'outbox'] as const
export type StoreName = (typeof STORES)[number]

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('zhixing', 1)
    request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name, { keyPath: 'key' }))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB is not available'))
  }).catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

async function run<T>(store: StoreName, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('the device refused to store'))
  })
}

export interface Kept {
  key: string
}

export const deviceStore = {
  put: (store: StoreName, value: Kept) => run(store, 'readwrite', (s) => s.put(value)),
  get: <T extends Kept>(store: StoreName, key: string) => run<T | undefined>(store, 'readonly', (s) => s.get(key)),
  remove: (store: StoreName, key: string) => run(store, 'readwrite', (s) => s.delete(key)),
  /** Everything whose key starts with the prefix, in key order. */
  list: <T extends Kept>(store: StoreName, prefix: string) => run<T[]>(store, 'readonly', (s) => s.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
}
